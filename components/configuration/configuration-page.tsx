"use client";

import { useQuery } from "@tanstack/react-query";
import { ChangeHistory } from "@/components/activity/change-history";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { settingsQuery } from "@/lib/configuration/queries";
import { SettingsForm } from "./settings-form";
import { SECTIONS } from "./settings-section";

/** Every setting of the function, and what was changed from here. */
export function ConfigurationPage() {
  const ref = useFunctionRef();
  const { data, error, refetch } = useQuery(settingsQuery(ref));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_300px]">
      {data ? <SettingsForm key={`${ref.connection}/${ref.region}/${ref.name}`} answer={data} /> : null}
      {!data && error ? (
        <Card>
          <ErrorState error={error} what="The configuration could not be read" onRetry={refetch} />
        </Card>
      ) : null}
      {!data && !error ? <SettingsSkeleton /> : null}
      <ChangeHistory />
    </div>
  );
}

/** The page's own layout while it loads. */
function SettingsSkeleton() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[168px_minmax(0,1fr)] lg:gap-6">
      <div className="hidden flex-col gap-1 text-2 text-faint lg:flex" aria-hidden>
        {SECTIONS.map(({ id, title }) => (
          <span key={id} className="py-1">
            {title}
          </span>
        ))}
      </div>
      <div className="flex flex-col gap-4">
        <Card>
          <LoadingLines lines={9} />
        </Card>
        <Card>
          <LoadingLines lines={4} />
        </Card>
      </div>
    </div>
  );
}
