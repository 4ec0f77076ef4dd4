"use client";

import { useQuery } from "@tanstack/react-query";
import { ChangeHistory } from "@/components/activity/change-history";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { environmentQuery } from "@/lib/configuration/queries";
import { EnvironmentForm } from "./environment-form";

export function EnvironmentPage() {
  const ref = useFunctionRef();
  const { data, error, refetch } = useQuery(environmentQuery(ref));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
      <Card className="min-w-0">
        {data ? <EnvironmentForm key={`${ref.connection}/${ref.region}/${ref.name}`} environment={data} /> : null}
        {!data && error ? <ErrorState error={error} what="The environment could not be read" onRetry={refetch} /> : null}
        {!data && !error ? <LoadingLines lines={6} /> : null}
      </Card>
      <ChangeHistory />
    </div>
  );
}
