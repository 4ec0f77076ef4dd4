import { TriangleAlert } from "lucide-react";
import { PolicyStatement } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { isAppError } from "@/lib/errors";
import type { RegionProblem } from "@/lib/functions/schema";

/** What could not be read, once each; what could is below. */
export function ListProblems({ problems }: { problems: readonly Partial<RegionProblem>[] }) {
  const distinct = [...new Map(problems.map((problem) => [`${problem.region} ${problem.message}`, problem])).values()];
  if (distinct.length === 0) return null;
  return (
    <Card role="alert" className="mb-4 flex flex-col gap-3 p-4 text-2">
      {distinct.map((problem) => (
        <div key={`${problem.region} ${problem.message}`} className="flex flex-col gap-2">
          <p className="flex items-baseline gap-2">
            <TriangleAlert size={14} aria-hidden className="shrink-0 translate-y-0.5 text-error" />
            <span className="min-w-0">
              {problem.region ? <span className="font-mono text-1 text-muted">{problem.region} </span> : null}
              <span className="text-error">{problem.message}</span> {problem.hint}
            </span>
          </p>
          {problem.iamAction ? <PolicyStatement action={problem.iamAction} resource={problem.iamResource} /> : null}
        </div>
      ))}
    </Card>
  );
}

/** The list below is older than it should be, and why. */
export function StaleList({ error, readAtMs, onRetry }: { error: unknown; readAtMs: number; onRetry: () => void }) {
  const readAt = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(readAtMs);
  return (
    <div role="alert" className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-error-soft px-4 py-2 text-2 text-error">
      <TriangleAlert size={15} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1">
        The list could not be refreshed and is of {readAt}. {isAppError(error) ? error.message : "Something unexpected happened."}
      </p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
