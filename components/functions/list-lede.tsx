"use client";

import { type ReactNode, useMemo } from "react";
import { useNow } from "@/components/layout/now";
import { useViewState } from "@/components/layout/view-state";
import { Skeleton } from "@/components/ui/skeleton";
import { classNames } from "@/components/ui/class-names";
import type { FunctionRow } from "@/lib/functions/function-rows";
import { type Finding, type ListSummary, summarizeRows } from "@/lib/functions/list-summary";

/** What stands out, in a sentence; each finding shows its functions. */
export function ListLede({ rows, loading }: { rows: readonly FunctionRow[]; loading: boolean }) {
  const nowMs = useNow();
  const summary = useMemo(() => summarizeRows(rows, nowMs), [rows, nowMs]);
  if (loading) return <Skeleton className="my-0.5 h-4 w-96 max-w-full" />;
  if (rows.length === 0) return null;
  const findings = [
    summary.throttled > 0 && (
      <FindingLink key="throttled" finding="throttled" sort="rejected.desc" className="font-medium text-throttle">
        {count(summary.throttled, "was", "were")} throttled
      </FindingLink>
    ),
    summary.failing > 0 && (
      <FindingLink key="failing" finding="failing" sort="errors.desc" className="font-medium text-error">
        {count(summary.failing, "fails", "fail")} more than 5 % of the time
      </FindingLink>
    ),
    summary.ended > 0 && (
      <FindingLink key="ended" finding="ended">
        {count(summary.ended, "runs", "run")} on a runtime past its end of support
      </FindingLink>
    ),
  ].filter((finding) => finding !== false);
  return (
    <p>
      {count(summary.functions, "function", "functions")} in {count(summary.regions, "region", "regions")}.{" "}
      {findings.map((finding, index) => [index > 0 ? ", " : "", finding])}
      {findings.length > 0 ? "." : ""} {measuredNote(summary)}
    </p>
  );
}

/** Above a few hundred functions, figures are read for those in sight: then the sentence says what it covers. */
function measuredNote({ measured, functions, throttled, failing }: ListSummary): string {
  if (measured === 0 || measured === functions || throttled + failing === 0) return "";
  return `Figures of ${measured.toLocaleString("en")} are read so far; sort by one to read all.`;
}

function FindingLink({ finding, sort, className, children }: { finding: Finding; sort?: string; className?: string; children: ReactNode }) {
  const view = useViewState();
  const on = view.get("show") === finding;
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => view.set(on ? { show: undefined } : { show: finding, ...(sort ? { sort } : {}) })}
      className={classNames("text-left underline decoration-line-strong underline-offset-3 hover:decoration-current", className)}
    >
      {children}
    </button>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
