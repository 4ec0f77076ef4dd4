import type { ReactNode } from "react";
import { ReceiptButton } from "@/components/cost/receipt-button";
import { classNames } from "@/components/ui/class-names";
import { formatMs } from "@/lib/format";
import { findRunStart } from "@/lib/runs/run-start";
import type { Run } from "@/lib/runs/schema";

/** The figures of the REPORT line, and what they cost. Nothing where there is none. */
export function ReportStrip({ run }: { run: Run }) {
  if (run.durationMs === undefined) return null;
  const { billedDurationMs, initDurationMs, maxMemoryUsedMb, memoryMb, costUsd } = run;
  const initFailed = findRunStart(run) === "init_failed";
  return (
    <dl className="grid grid-cols-3 gap-px border-b border-line bg-grid @min-[460px]:grid-cols-[repeat(5,auto)]">
      <Fact label="Duration" value={formatMs(run.durationMs)} />
      <Fact label="Billed" value={billedDurationMs === undefined ? "–" : formatMs(billedDurationMs)} />
      {initDurationMs === undefined ? <Fact label="INIT" value={initFailed ? "failed" : "none"} className={initFailed ? "text-error" : "text-muted"} /> : <Fact label="INIT" value={formatMs(initDurationMs)} className="text-cold" />}
      <Fact
        label="Memory"
        value={
          <>
            {maxMemoryUsedMb ?? "–"} <span className="text-1 font-normal text-muted">{memoryMb === undefined ? "MB" : `/ ${memoryMb.toLocaleString("en")} MB`}</span>
          </>
        }
      />
      <Fact
        label="Cost"
        className="col-span-2 @min-[460px]:col-span-1"
        value={costUsd === undefined ? "–" : <ReceiptButton title="this run" amountUsd={costUsd} lines={run.costReceipt ?? []} notes={["Before the free tier."]} />}
      />
    </dl>
  );
}

function Fact({ label, value, className }: { label: string; value: ReactNode; className?: string }) {
  return (
    <div className={classNames("bg-surface px-3 py-2", className)}>
      <dt className="text-1 text-muted">{label}</dt>
      <dd className="text-3 font-medium whitespace-nowrap">{value}</dd>
    </div>
  );
}
