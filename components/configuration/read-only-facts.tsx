import { formatBytes, formatDateTime } from "@/lib/format";
import type { FunctionDetail } from "@/lib/functions/schema";

/** What is shown but not edited here. */
export function ReadOnlyFacts({ detail }: { detail: FunctionDetail }) {
  const facts: [string, string | undefined][] = [
    ["ARN", detail.functionArn],
    ["Execution role", detail.roleArn],
    ["Runtime", detail.runtime ?? "container image"],
    ["Architecture", detail.architecture],
    ["Package", formatBytes(detail.codeSizeBytes)],
    ["Log group", `${detail.logGroup} (${detail.logFormat})`],
    ["Reserved concurrency", detail.reservedConcurrency === undefined ? "none" : String(detail.reservedConcurrency)],
    ["Layers", detail.layers.length > 0 ? detail.layers.join(", ") : "none"],
    ["Last change", formatDateTime(detail.lastModifiedMs)],
  ];
  return (
    <dl className="grid gap-x-4 gap-y-1.5 border-t border-line px-5 py-4 text-2 sm:grid-cols-[160px_minmax(0,1fr)]">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="mb-1.5 font-mono text-1 leading-[19px] break-all sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
