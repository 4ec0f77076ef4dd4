import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { isAppError } from "@/lib/errors";

/** The figures below are older than they should be, and why. */
export function StaleWarning({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert" className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-error-soft px-4 py-2 text-2 text-error">
      <TriangleAlert size={15} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1">These figures could not be refreshed. {isAppError(error) ? error.message : "Something unexpected happened."}</p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
