import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { PLOT_HEIGHT } from "./plot-height";

/** A chart panel's own layout while its figures load. */
export function ChartPanelSkeleton({ title }: { title: string }) {
  return (
    <Card className="min-w-0 px-4 pt-3 pb-3" role="status" aria-label={`${title} is loading`}>
      <div className="flex h-7 items-center text-2 font-semibold">{title}</div>
      <Skeleton className="mb-2 h-[19px] w-3/5" />
      <Skeleton className={`${PLOT_HEIGHT} w-full`} />
    </Card>
  );
}
