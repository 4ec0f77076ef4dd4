"use client";

import { useConnection } from "@/components/connections/use-connection";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Help } from "@/components/ui/help";
import { headlineSentence } from "@/lib/cost/cost-findings";
import type { CostReport } from "@/lib/cost/schema";
import { formatDateTime } from "@/lib/format";
import { DayBars } from "./day-bars";
import { ReceiptButton } from "./receipt-button";

/** The one big figure, what it consists of, and how it came about day by day. */
export function CostSummary({ report }: { report: CostReport }) {
  const local = useConnection()?.kind === "local";
  const { period, totalUsd, receipt, notes, prices, loadedAtMs } = report;
  return (
    <Card className="flex flex-1 flex-col px-5 py-4">
      <div className="flex flex-wrap items-center gap-2 text-2 text-muted">
        <h2 className="font-normal first-letter:uppercase">{period.label}</h2>
        <Chip>estimate, prices of {prices.asOf}</Chip>
        {report.initPending ? <Chip tone="cold">reading logs for INIT</Chip> : null}
        <Help topic="this estimate">
          <p>Requests and durations are CloudWatch&apos;s. INIT comes from REPORT lines, as CloudWatch has no metric of it, and is billed since August 2025.</p>
          <p>AWS rounds each invocation up to 1 ms: half a ms a request is added for that.</p>
          <p>Worked out {formatDateTime(loadedAtMs)}.</p>
        </Help>
      </div>
      <p className="mt-1 text-6 font-semibold tracking-tight">
        <ReceiptButton title={`all functions, ${period.label}`} amountUsd={totalUsd} lines={receipt} notes={notes} prices={prices} className="decoration-2" />
      </p>
      <p className="mt-1 text-2 text-muted">
        {headlineSentence(report)}
        {local ? " The local region itself costs nothing: this is what AWS would charge." : ""}
      </p>
      <DayBars days={report.days} monthOf={period.label.endsWith("so far") ? period.startMs : undefined} nowMs={loadedAtMs} prices={prices} />
    </Card>
  );
}
