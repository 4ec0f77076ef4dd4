import { classNames } from "@/components/ui/class-names";
import { failureWords } from "@/lib/runs/failure-words";
import type { Run } from "@/lib/runs/schema";

/** Says plainly what went wrong: in the function, on the way, or before it could run. */
export function RunProblem({ run }: { run: Run }) {
  if (run.problem) {
    const throttled = run.throttleReason !== undefined;
    const [soft, strong] = throttled ? ["bg-throttle-soft", "text-throttle"] : run.outcome === "unknown" ? ["bg-accent-soft", "text-accent"] : ["bg-error-soft", "text-error"];
    return (
      <div role="alert" className={classNames("border-b border-line px-3.5 py-2.5 text-2", soft)}>
        <p className={classNames("font-medium", strong)}>{run.problem}</p>
        {throttled ? <p className="mt-0.5 font-mono text-1 break-all">{run.throttleReason}</p> : null}
        {run.problemHint ? <p className="mt-0.5">{run.problemHint}</p> : null}
      </div>
    );
  }
  if (run.outcome === "dry_run_ok") {
    return <p className="border-b border-line px-3.5 py-2.5 text-2 text-muted">A run would be allowed (204). Nothing was executed.</p>;
  }
  if (!run.errorType && !run.errorMessage) return null;
  const { headline, message, hint } = failureWords(run);
  return (
    <div role="alert" className="border-b border-line bg-error-soft px-3.5 py-2.5 text-2">
      <p className="font-medium break-words text-error">{headline}</p>
      {message ? <p className="mt-0.5 max-h-32 overflow-auto break-words whitespace-pre-wrap">{message}</p> : null}
      {hint ? <p className="mt-0.5 text-muted">{hint}</p> : null}
    </div>
  );
}
