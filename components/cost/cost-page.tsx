"use client";

import { useQuery } from "@tanstack/react-query";
import { RegionPicker } from "@/components/connections/region-picker";
import { Outdated } from "@/components/layout/outdated";
import { PageBody, PageTitle } from "@/components/layout/page";
import { rangeInWords } from "@/components/layout/range-words";
import { SimulatedNote } from "@/components/layout/simulated-note";
import { EmptyState, ErrorState } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { costReportQuery } from "@/lib/cost/queries";
import type { CostReport } from "@/lib/cost/schema";
import { CostProblems } from "./cost-problems";
import { CostSkeleton } from "./cost-skeleton";
import { CostSummary } from "./cost-summary";
import { FunctionCostTable } from "./function-cost-table";
import { PeriodPicker, useCostPeriod } from "./period-picker";
import { Receipt } from "./receipt";

export function CostPage() {
  const connection = useConnectionId();
  const view = useViewState();
  const period = useCostPeriod();
  const report = useQuery(costReportQuery(connection, period, view.regions));
  return (
    <>
      <TopBar
        crumbs={<b className="font-medium text-text">Cost</b>}
        controls={
          <>
            <RegionPicker />
            <PeriodPicker />
          </>
        }
      />
      <PageBody>
        <PageTitle
          title="Cost"
          lede={
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>Requests, compute and INIT at AWS&apos;s list prices. Every figure opens its receipt.</span>
              {report.isPlaceholderData ? <span role="status">Reading {period === "month" ? "the month so far" : rangeInWords(period)}…</span> : null}
              {report.data ? <SimulatedNote startMs={report.data.period.startMs} endMs={report.data.period.endMs} /> : null}
            </div>
          }
        />
        {report.error && !report.data ? (
          <Card>
            <ErrorState error={report.error} what="The cost could not be worked out" onRetry={() => void report.refetch()} />
          </Card>
        ) : null}
        {report.isPending ? <CostSkeleton /> : null}
        {report.data ? <ReportPanels report={report.data} outdated={report.isPlaceholderData} /> : null}
      </PageBody>
    </>
  );
}

function ReportPanels({ report, outdated }: { report: CostReport; outdated: boolean }) {
  return (
    <Outdated on={outdated} className="flex flex-col gap-4">
      <CostProblems problems={report.problems} />
      {report.functions.length === 0 && report.problems.length === 0 ? (
        <Card>
          <EmptyState title="There are no functions in these regions">Choose other regions at the top right.</EmptyState>
        </Card>
      ) : null}
      {report.functions.length > 0 ? (
        <>
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
            <div className="flex min-w-0 flex-col gap-4">
              <CostSummary report={report} />
              <CostNotes notes={report.notes} />
            </div>
            <Card className="px-5 py-4">
              <h2 className="mb-1 text-3 font-medium">Receipt</h2>
              <Receipt lines={report.receipt} totalUsd={report.totalUsd} caption={`Receipt of all functions, ${report.period.label}`} prices={report.prices} />
            </Card>
          </div>
          <FunctionCostTable report={report} />
        </>
      ) : null}
    </Outdated>
  );
}

function CostNotes({ notes }: { notes: readonly string[] }) {
  return (
    <Card className="px-5 py-4">
      <h2 className="mb-1.5 text-3 font-medium">What to know</h2>
      <ul className="flex list-disc flex-col gap-1 pl-4 text-2 text-muted marker:text-line-strong">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Card>
  );
}
