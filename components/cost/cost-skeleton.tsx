import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The page's shape while the first report is worked out. */
export function CostSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-4">
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <Card className="flex flex-col gap-3 p-5">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-11 w-48" />
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="mt-4 min-h-56 w-full flex-1" />
        </Card>
        <Card className="flex flex-col gap-5 p-5">
          {Array.from({ length: 6 }, (_, index) => (
            <Skeleton key={index} className="h-4 w-full" />
          ))}
        </Card>
      </div>
      <Card className="flex flex-col gap-5 p-5">
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} className="h-4 w-full" />
        ))}
      </Card>
    </div>
  );
}
