import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** The run page's shape while it loads. */
export function RunPageSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="mb-2 h-7 w-64" />
      <Skeleton className="mb-4 h-5 w-96 max-w-full" />
      <Card className="mb-4 p-4">
        <Skeleton className="h-10 w-full" />
      </Card>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card className="p-4">
          <Skeleton className="h-40 w-full" />
        </Card>
        <Card className="p-4">
          <Skeleton className="h-40 w-full" />
        </Card>
      </div>
    </div>
  );
}
