import { Skeleton } from "@/components/ui/skeleton";
import { COLUMNS } from "./columns";

export function FunctionTableSkeleton() {
  return (
    <div role="status" aria-label="Loading functions" className="overflow-hidden">
      <div className="flex gap-6 border-b border-line px-3 py-2.5 text-1 text-muted">
        {COLUMNS.slice(0, 8).map(({ id, label }) => (
          <span key={id}>{label}</span>
        ))}
      </div>
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className="flex h-[46px] items-center gap-6 border-b border-grid px-3">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-20" />
          <Skeleton className="h-4 w-24" />
          <Skeleton className="ml-auto h-4 w-48" />
        </div>
      ))}
    </div>
  );
}
