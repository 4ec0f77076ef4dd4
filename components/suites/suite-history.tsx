"use client";

import { useQuery } from "@tanstack/react-query";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { formatDateTime } from "@/lib/format";
import { suiteRunListQuery } from "@/lib/suites/queries";
import type { SuiteRunSummary } from "@/lib/suites/schema";
import { countsText, SUITE_RUN_WORDS, tookText } from "./suite-words";

/** Runs of the suite, newest first; a click shows one. */
export function SuiteHistory({ suiteId, shownRunId }: { suiteId: string; shownRunId: string | undefined }) {
  const connection = useConnectionId();
  const runs = useQuery(suiteRunListQuery(connection, suiteId));
  return (
    <Card className="overflow-hidden">
      <h2 className="border-b border-line px-4 py-2.5 text-1 text-muted">Runs of this suite</h2>
      {runs.isPending ? <LoadingLines lines={3} /> : null}
      {runs.error && !runs.data ? <ErrorState error={runs.error} what="The runs could not be read" onRetry={() => void runs.refetch()} /> : null}
      {runs.data?.runs.length === 0 ? <EmptyState title="Not run yet">Each run is kept with every result.</EmptyState> : null}
      {runs.data?.runs.length ? (
        <ul aria-label="Runs of this suite" className="max-h-[560px] overflow-auto">
          {runs.data.runs.map((run) => (
            <HistoryItem key={run.id} run={run} shown={run.id === shownRunId} />
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

function HistoryItem({ run, shown }: { run: SuiteRunSummary; shown: boolean }) {
  const view = useViewState();
  const { word, tone } = SUITE_RUN_WORDS[run.status];
  const took = tookText(run);
  return (
    <li className={classNames("relative border-b border-grid px-4 py-2 text-2 last:border-0", shown ? "bg-accent-soft" : "hover:bg-sunken")}>
      <p className="flex items-center gap-2">
        <button type="button" aria-current={shown ? "true" : undefined} onClick={() => view.set({ run: run.id })} className="-outline-offset-2 after:absolute after:inset-0">
          {formatDateTime(run.startedAtMs)}
        </button>
        <Chip tone={tone} className="ml-auto">
          {word}
        </Chip>
      </p>
      <p className="mt-0.5 text-1 text-muted">{[countsText(run.counts), took, run.qualifier && `at ${run.qualifier}`, run.startedBy].filter(Boolean).join(" · ")}</p>
    </li>
  );
}
