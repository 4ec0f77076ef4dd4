"use client";

import Link from "next/link";
import { AssertionResults } from "@/components/assertions/assertion-results";
import { VerdictChip } from "@/components/assertions/verdict-chip";
import { useModeRefusal } from "@/components/connections/use-connection";
import { CopyButton } from "@/components/layout/states";
import { Button, buttonClass } from "@/components/ui/button";
import type { Run } from "@/lib/runs/schema";
import { FollowUp } from "./follow-up";
import { JsonSection } from "./json-section";
import { OutcomeChip } from "./outcome-chip";
import { outcomeToShow } from "./outcome-words";
import { ReportStrip } from "./report-strip";
import { ResultSection } from "./result-section";
import { runFacts } from "./run-facts";
import { RunProblem } from "./run-problem";
import { StartChip } from "./start-chip";
import { StreamNote } from "./stream-note";
import type { Bench } from "./use-bench";

/** One run: how it ended, what it took, what came back, its log, and what was sent. */
export function RunResult({ run, bench }: { run: Run; bench: Bench }) {
  const edit = () => bench.startNew({ payload: run.payload, invocationType: run.invocationType, clientContext: run.clientContext ?? "" });
  return (
    <>
      <ResultHead run={run} bench={bench} />
      <ReportStrip run={run} />
      <div tabIndex={0} role="region" aria-label="Response and log" className="min-h-0 flex-1 overflow-auto -outline-offset-2">
        <RunProblem run={run} />
        <StreamNote run={run} />
        <AssertionResults run={run} />
        <FollowUp connection={bench.ref.connection} run={run} />
        {run.response ? <JsonSection title="Response" text={run.response} /> : null}
        {run.logTail ? (
          <ResultSection title="Log" note={run.requestId ? `request ${run.requestId}` : undefined} aside={<CopyButton text={run.logTail} label="Copy log" />}>
            <pre className="border-t border-grid px-3.5 py-2.5 font-mono text-1 break-words whitespace-pre-wrap text-muted">{run.logTail.trimEnd()}</pre>
          </ResultSection>
        ) : null}
        <JsonSection
          key={run.id}
          title="Event sent"
          text={run.payload}
          folded
          aside={
            <Button variant="quiet" size="small" onClick={edit}>
              Open in the editor
            </Button>
          }
        />
      </div>
    </>
  );
}

function ResultHead({ run, bench }: { run: Run; bench: Bench }) {
  const refusal = useModeRefusal("invoke");
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3.5 py-1.5 text-1 text-muted">
      <OutcomeChip outcome={outcomeToShow(run)} throttled={run.throttleReason !== undefined} />
      <StartChip run={run} />
      {run.verdict ? <VerdictChip verdict={run.verdict} /> : null}
      <span className="ml-auto flex gap-1.5">
        <Link href={`/${bench.ref.connection}/runs/${run.id}`} className={buttonClass("quiet", "small")}>
          Open run
        </Link>
        <Button size="small" disabled={bench.run.isPending} disabledReason={refusal} onClick={() => bench.runAgain(run)}>
          Run again
        </Button>
      </span>
      <p className="basis-full break-words">{runFacts(run).join(" · ")}</p>
    </div>
  );
}
