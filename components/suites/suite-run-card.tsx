"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useConnectionId } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Menu, MenuItem } from "@/components/ui/menu";
import { formatDateTime, formatUsd } from "@/lib/format";
import { cancelSuiteRunMutation, fetchJunit, suiteRunQuery } from "@/lib/suites/queries";
import type { SuiteRun } from "@/lib/suites/schema";
import { CaseRow } from "./case-row";
import { ProgressBar } from "./progress-bar";
import { saveFile } from "./save-file";
import { countsText, SUITE_RUN_WORDS, suiteRunSentence, tookText } from "./suite-words";

/** One run of a suite: live while it runs, case by case. */
export function SuiteRunCard({ id }: { id: string }) {
  const connection = useConnectionId();
  const run = useQuery(suiteRunQuery(connection, id));
  useRefetchAtEnd(run.data);
  return (
    <Card className="overflow-hidden">
      {run.isPending ? <LoadingLines lines={5} /> : null}
      {run.error && !run.data ? <ErrorState error={run.error} what="The run could not be read" onRetry={() => void run.refetch()} /> : null}
      {run.data ? <RunContent run={run.data} /> : null}
    </Card>
  );
}

/** Flaky marks and last results change with the end of a run. */
function useRefetchAtEnd(run: SuiteRun | undefined): void {
  const client = useQueryClient();
  const connection = useConnectionId();
  const before = useRef(run?.status);
  useEffect(() => {
    if (before.current === "running" && run && run.status !== "running") void client.invalidateQueries({ queryKey: [connection, "suites"] });
    before.current = run?.status;
  }, [client, connection, run]);
}

function RunContent({ run }: { run: SuiteRun }) {
  const { word, tone } = SUITE_RUN_WORDS[run.status];
  const costUsd = run.cases.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0);
  const facts = [
    formatDateTime(run.startedAtMs),
    `by ${run.startedBy}`,
    run.qualifier && `all at ${run.qualifier}`,
    tookText(run),
    costUsd > 0 && `≈ ${formatUsd(costUsd)}`,
  ];
  return (
    <section aria-label="Result">
      <p role="status" className="sr-only">
        {run.status === "running" ? "" : suiteRunSentence(run)}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2.5">
        <h2 className="sr-only">Result</h2>
        <Chip tone={tone}>{run.cancelling ? "cancelling" : word}</Chip>
        <span className="text-2">{countsText(run.counts)}</span>
        <span className="flex-1 text-1 text-muted">{facts.filter(Boolean).join(" · ")}</span>
        {run.status === "running" ? <CancelButton run={run} /> : <ExportMenu run={run} />}
        {run.status === "running" ? <ProgressBar counts={run.counts} className="w-full" /> : null}
        {run.cancelling ? <p className="w-full text-1 text-muted">What runs is awaited, as an invocation cannot be called back; what waits is not run.</p> : null}
        {run.status === "interrupted" ? <p className="w-full text-1 text-muted">Warmstart stopped during this run. Nothing was run again by itself: “Run failed only” does what is missing.</p> : null}
      </div>
      <ul>
        {run.cases.map((testCase) => (
          <CaseRow key={testCase.id} testCase={testCase} />
        ))}
      </ul>
    </section>
  );
}

function CancelButton({ run }: { run: SuiteRun }) {
  const cancel = useMutation(cancelSuiteRunMutation(useConnectionId()));
  return (
    <Button size="small" disabled={run.cancelling || cancel.isPending} onClick={() => cancel.mutate(run.id, { onError: (error) => toast.error(error.message) })}>
      Cancel
    </Button>
  );
}

function ExportMenu({ run }: { run: SuiteRun }) {
  const connection = useConnectionId();
  const junit = async () => {
    try {
      const { fileName, xml } = await fetchJunit(connection, run.id);
      saveFile(fileName, "application/xml", xml);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "The report could not be made.");
    }
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small">
          <Download size={13} aria-hidden /> Export
        </Button>
      }
    >
      <MenuItem onSelect={() => void junit()}>JUnit XML</MenuItem>
      <MenuItem onSelect={() => saveFile(`${run.suiteName.replace(/[^A-Za-z0-9_-]+/g, "-")}.json`, "application/json", JSON.stringify(run, null, 2))}>JSON</MenuItem>
    </Menu>
  );
}
