"use client";

import { Skeleton } from "@/components/ui/skeleton";
import type { FunctionRow } from "@/lib/functions/function-rows";
import { summarizeRows } from "@/lib/functions/list-summary";

export function ListLede({ rows, loading }: { rows: readonly FunctionRow[]; loading: boolean }) {
  if (loading) return <Skeleton className="mt-1 h-4 w-96 max-w-full" />;
  const summary = summarizeRows(rows, Date.now());
  const findings = [
    summary.throttled > 0 && <em key="throttled" className="font-medium text-throttle not-italic">{count(summary.throttled, "was", "were")} throttled</em>,
    summary.failing > 0 && <em key="failing" className="font-medium text-error not-italic">{count(summary.failing, "fails", "fail")} more than 5 % of the time</em>,
    summary.ended > 0 && <span key="ended">{count(summary.ended, "runs", "run")} on a runtime past its end of support</span>,
  ].filter((finding) => finding !== false);
  return (
    <p>
      {count(summary.functions, "function", "functions")} in {count(summary.regions, "region", "regions")}.{" "}
      {findings.map((finding, index) => [index > 0 ? ", " : "", finding])}
      {findings.length > 0 ? "." : ""}
    </p>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
