"use client";

import { useQuery } from "@tanstack/react-query";
import { useFunctionRef } from "@/components/layout/view-state";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { Card } from "@/components/ui/card";
import { versionListQuery } from "@/lib/versions/queries";
import { AliasPanel } from "./alias-panel";
import { ComparisonPanel } from "./comparison-panel";
import { VersionTable } from "./version-table";

/** Versions, the aliases that lead to them, and the difference between any two. */
export function VersionsPage() {
  const ref = useFunctionRef();
  const { data, error, refetch } = useQuery(versionListQuery(ref));
  if (!data) {
    return <Card>{error ? <ErrorState error={error} what="The versions could not be read" onRetry={refetch} /> : <LoadingLines lines={8} />}</Card>;
  }
  return (
    <div className="flex flex-col gap-4">
      <AliasPanel list={data} />
      <VersionTable list={data} />
      <ComparisonPanel list={data} />
    </div>
  );
}
