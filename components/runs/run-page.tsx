"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useParams } from "next/navigation";
import { AssertionResults } from "@/components/assertions/assertion-results";
import { VerdictChip } from "@/components/assertions/verdict-chip";
import { PageBody, PageTitle } from "@/components/layout/page";
import { EmptyState, ErrorState } from "@/components/layout/states";
import { TopBar } from "@/components/layout/top-bar";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { isAppError } from "@/lib/errors";
import { runQuery } from "@/lib/runs/queries";
import type { Run } from "@/lib/runs/schema";
import { CompareCard } from "./compare-card";
import { FollowUp } from "./follow-up";
import { JsonSection } from "./json-section";
import { OutcomeChip } from "./outcome-chip";
import { outcomeSentence, outcomeToShow } from "./outcome-words";
import { ReportStrip } from "./report-strip";
import { RunActions } from "./run-actions";
import { runFacts } from "./run-facts";
import { RunLog } from "./run-log";
import { RunPageSkeleton } from "./run-page-skeleton";
import { RunProblem } from "./run-problem";
import { RunningRun } from "./running-run";
import { StartChip } from "./start-chip";
import { StreamNote } from "./stream-note";

/** Everything about one run. */
export function RunPage() {
  const connection = useConnectionId();
  const id = String(useParams().id);
  const { data: run, error, refetch } = useQuery(runQuery(connection, id));
  const { hrefWithView } = useViewState();
  if (!run && isAppError(error) && ["not_found", "bad_request"].includes(error.code)) {
    const functions = (
      <Link href={hrefWithView(`/${connection}/functions`)} className={buttonClass("primary")}>
        All functions
      </Link>
    );
    return (
      <EmptyState page title="There is no such run" action={functions}>
        Runs are kept in the history of the connection that they were made with.
      </EmptyState>
    );
  }
  const functionHref = run && hrefWithView(`/${connection}/functions/${run.region}/${run.functionName}/test`);
  return (
    <>
      <TopBar
        crumbs={
          run && functionHref ? (
            <>
              {run.region} /{" "}
              <Link href={functionHref} className="hover:text-text hover:underline">
                {run.functionName}
              </Link>{" "}
              / <b className="font-medium text-text">run {id.slice(0, 8)}</b>
            </>
          ) : (
            "Run"
          )
        }
      />
      <PageBody>
        {error && !run ? <ErrorState error={error} what="The run could not be read" onRetry={refetch} /> : null}
        {run ? <RunBody connection={connection} run={run} /> : error ? null : <RunPageSkeleton />}
      </PageBody>
    </>
  );
}

const TALL = "max-h-[32rem]";

function RunBody({ connection, run }: { connection: string; run: Run }) {
  const functionRef = { connection, region: run.region, name: run.functionName };
  const running = run.outcome === "running";
  return (
    <>
      <PageTitle title={`Run of ${run.functionName}`} lede={<RunLede run={run} />} aside={<RunActions functionRef={functionRef} run={run} />} />
      <p role="status" className="sr-only">
        {running ? "" : outcomeSentence(run)}
      </p>
      <Card className="@container mb-4 overflow-hidden">
        {running ? <RunningRun connection={connection} run={run} sinceMs={run.startedAtMs} /> : null}
        <ReportStrip run={run} />
        <RunProblem run={run} />
        <StreamNote run={run} />
        <AssertionResults run={run} />
        <FollowUp connection={connection} run={run} />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Card className="overflow-hidden">
          <JsonSection title="Event sent" text={run.payload} className={TALL} />
          {run.clientContext ? <JsonSection title="Client context" text={run.clientContext} className={TALL} /> : null}
        </Card>
        <Card className="overflow-hidden">
          {run.response ? <JsonSection title="Response" text={run.response} className={TALL} /> : <p className="px-3.5 py-2.5 text-2 text-muted">{running ? "No response yet." : "No response."}</p>}
        </Card>
      </div>
      {running ? null : (
        <>
          <Card className="mt-4 overflow-hidden">
            <RunLog connection={connection} run={run} className={TALL} />
          </Card>
          <CompareCard functionRef={functionRef} run={run} />
        </>
      )}
    </>
  );
}

function RunLede({ run }: { run: Run }) {
  return (
    <>
      <span className="mr-2 inline-flex flex-wrap gap-1.5 align-middle">
        <OutcomeChip outcome={outcomeToShow(run)} throttled={run.throttleReason !== undefined} />
        <StartChip run={run} />
        {run.verdict ? <VerdictChip verdict={run.verdict} /> : null}
      </span>
      <span className="break-words">{runFacts(run).join(" · ")}</span>
    </>
  );
}
