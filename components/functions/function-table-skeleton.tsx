import { Skeleton } from "@/components/ui/skeleton";

const ROWS = 9;

/** The table's shape before the functions are known. */
export function FunctionTableSkeleton() {
  return (
    <div role="status" aria-label="Loading functions" className="overflow-hidden">
      <div className="flex h-[41px] items-center border-b border-line px-4">
        <Skeleton className="h-3 w-16" />
      </div>
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} className="flex h-[46px] items-center gap-8 border-b border-grid px-4 last:border-0">
          <div className="flex flex-1 flex-col gap-1.5">
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className="h-2.5 w-44 max-w-full" />
          </div>
          <Skeleton className="h-3.5 w-20 max-sm:hidden" />
          <Skeleton className="h-5 w-28 rounded-full max-sm:hidden" />
          <Skeleton className="h-3.5 w-14 max-sm:hidden" />
          <Skeleton className="h-4 w-28" />
          {Array.from({ length: 5 }, (_column, column) => (
            <Skeleton key={column} className="h-3.5 w-12 max-lg:hidden" />
          ))}
        </div>
      ))}
    </div>
  );
}
