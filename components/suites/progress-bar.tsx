import { classNames } from "@/components/ui/class-names";
import type { CaseCounts } from "@/lib/suites/schema";
import { caseTotal, countsText } from "./suite-words";

/** Shares of a run by result; the words beside it say the same. */
export function ProgressBar({ counts, className }: { counts: CaseCounts; className?: string }) {
  const total = caseTotal(counts);
  const done = total - counts.waiting - counts.running;
  const parts = [
    { key: "failed", count: counts.failed + counts.error, className: "bg-error" },
    { key: "passed", count: counts.passed, className: "bg-pass" },
    { key: "grey", count: counts.ungraded + counts.cancelled, className: "bg-line-strong" },
    { key: "running", count: counts.running, className: "bg-accent-fill animate-pulse" },
  ];
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${total} done: ${countsText(counts)}`}
      className={classNames("flex h-1.5 overflow-hidden rounded-full bg-sunken", className)}
    >
      {parts.map(({ key, count, className }) => (count > 0 ? <span key={key} className={className} style={{ width: `${(count / total) * 100}%` }} /> : null))}
    </div>
  );
}
