"use client";

import { useQuery } from "@tanstack/react-query";
import { ChangeHistory } from "@/components/activity/change-history";
import { LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { functionDetailQuery } from "@/lib/functions/queries";
import { ConfigurationForm } from "./configuration-form";

/** The settings that Warmstart edits, and what was changed from here. */
export function ConfigurationPage() {
  const ref = useFunctionRef();
  const { data, error } = useQuery(functionDetailQuery(ref));
  if (error && !data) return null;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <Card>{data ? <ConfigurationForm key={`${ref.connection}/${ref.region}/${ref.name}`} detail={data} /> : <LoadingLines lines={9} />}</Card>
      <ChangeHistory />
    </div>
  );
}
