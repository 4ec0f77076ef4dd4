import type { ReactNode } from "react";
import { ChartPanelSkeleton } from "@/components/charts/chart-panel-skeleton";
import { ErrorState } from "@/components/layout/states";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The page's layout while the metrics load; cold starts come from elsewhere and may be there before. */
export function MonitorLoading({ coldStarts }: { coldStarts: ReactNode }) {
  return (
    <>
      <Skeleton className="mb-3 ml-auto h-5 w-64 max-w-full" />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {["Requests", "Duration", "Concurrency"].map((title) => (
          <ChartPanelSkeleton key={title} title={title} />
        ))}
        {coldStarts}
      </div>
    </>
  );
}

/** The metrics failed: says why where their panels would be, and leaves cold starts alone. */
export function MonitorFailed({ error, onRetry, coldStarts }: { error: unknown; onRetry: () => void; coldStarts: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <Card className="min-w-0">
        <ErrorState error={error} what="Requests, duration and concurrency could not be read" onRetry={onRetry} />
      </Card>
      {coldStarts}
    </div>
  );
}
