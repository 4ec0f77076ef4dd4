"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartPanelSkeleton } from "@/components/charts/chart-panel-skeleton";
import { Outdated } from "@/components/layout/outdated";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { coldStartsQuery } from "@/lib/cold-starts/queries";
import { ColdStartsChart } from "./cold-starts-chart";

interface ColdStartsPanelProps {
  range: string;
  syncId: string;
  /** Invocations of the same range; undefined while not known. */
  invocations: number | undefined;
}

/** How many invocations had to start an environment first, and how long that took. */
export function ColdStartsPanel({ range, syncId, invocations }: ColdStartsPanelProps) {
  const ref = useFunctionRef();
  const { data, error, refetch, isPlaceholderData } = useQuery(coldStartsQuery(ref, range));
  if (data) {
    return (
      <Outdated on={isPlaceholderData} className="grid">
        <ColdStartsChart data={data} syncId={syncId} invocations={isPlaceholderData ? undefined : invocations} />
      </Outdated>
    );
  }
  if (!error) return <ChartPanelSkeleton title="Cold starts" />;
  return (
    <Card className="min-w-0">
      <ErrorState error={error} what="Cold starts could not be read" onRetry={() => void refetch()} />
    </Card>
  );
}
