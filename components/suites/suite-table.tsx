"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useNow } from "@/components/layout/now";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { formatRelativeTime } from "@/lib/format";
import { startSuiteRunMutation } from "@/lib/suites/queries";
import type { SuiteSummary } from "@/lib/suites/schema";
import { FlakyHelp } from "./flaky-help";
import { ProgressBar } from "./progress-bar";
import { countsText, SUITE_RUN_WORDS } from "./suite-words";

const HEAD = "border-b border-line px-3 py-2 text-left font-normal first:pl-5 last:pr-5";
const CELL = "h-[52px] border-b border-grid px-3 first:pl-5 last:pr-5 group-last:border-0";

export function SuiteTable({ suites }: { suites: readonly SuiteSummary[] }) {
  return (
    <table className="w-full border-separate border-spacing-0 text-2">
      <thead className="text-1 text-muted">
        <tr>
          <th scope="col" className={HEAD}>Suite</th>
          <th scope="col" className={HEAD}>Last result</th>
          <th scope="col" className={classNames(HEAD, "max-md:hidden")}>
            <span className="inline-flex items-center gap-1.5">Flaky <FlakyHelp /></span>
          </th>
          <th scope="col" className={classNames(HEAD, "max-md:hidden")}>Last run</th>
          <th scope="col" className={HEAD}>
            <span className="sr-only">Run</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {suites.map((suite) => (
          <SuiteRow key={suite.id} suite={suite} />
        ))}
      </tbody>
    </table>
  );
}

function SuiteRow({ suite }: { suite: SuiteSummary }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const nowMs = useNow();
  const { id, name, description, lastRun, itemCount, functionCount, flakyCount } = suite;
  const holds = itemCount === 0 ? "no events yet" : `${plural(itemCount, "event")} over ${plural(functionCount, "function")}`;
  return (
    <tr className="group hover:bg-sunken">
      <th scope="row" className={classNames(CELL, "w-2/5 max-w-0 text-left font-normal max-sm:w-1/2")}>
        <Link href={hrefWithView(`/${connection}/tests/${id}`)} className="block truncate font-medium hover:underline">
          {name}
        </Link>
        <span className="block truncate text-1 text-muted">{description ? `${holds} · ${description}` : holds}</span>
      </th>
      <td className={CELL}>{lastRun ? <LastResult run={lastRun} /> : <span className="text-muted">not run yet</span>}</td>
      <td className={classNames(CELL, "max-md:hidden")}>{flakyCount > 0 ? <Chip tone="warm">{flakyCount} flaky</Chip> : <span className="text-muted">–</span>}</td>
      <td className={classNames(CELL, "whitespace-nowrap text-muted max-md:hidden")}>{lastRun ? `${formatRelativeTime(lastRun.startedAtMs, nowMs)} by ${lastRun.startedBy}` : "–"}</td>
      <td className={classNames(CELL, "text-right")}>
        <RunButton suite={suite} />
      </td>
    </tr>
  );
}

function LastResult({ run }: { run: NonNullable<SuiteSummary["lastRun"]> }) {
  const { word, tone } = SUITE_RUN_WORDS[run.status];
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Chip tone={tone}>{word}</Chip>
      {run.status === "running" ? <ProgressBar counts={run.counts} className="w-28" /> : <span className="text-1 text-muted max-sm:hidden">{countsText(run.counts)}</span>}
    </div>
  );
}

function RunButton({ suite }: { suite: SuiteSummary }) {
  const connection = useConnectionId();
  const refusal = useModeRefusal("invoke");
  const start = useMutation(startSuiteRunMutation(connection));
  const running = start.isPending || suite.lastRun?.status === "running";
  const run = () => start.mutate({ suiteId: suite.id, clickId: crypto.randomUUID() }, { onError: (error) => toast.error(error.message) });
  return (
    <Button size="small" aria-label={`Run ${suite.name}`} disabled={running} disabledReason={refusal ?? (suite.itemCount === 0 ? "Add events to it first." : undefined)} onClick={run}>
      {running ? "Running…" : "Run all"}
    </Button>
  );
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
