"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";
import { ReceiptButton } from "@/components/cost/receipt-button";
import { CopyButton, LoadingLines } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { formatBytes, formatMs } from "@/lib/format";
import type { Run } from "@/lib/runs/schema";
import { OutcomeChip } from "./outcome-chip";
import { RunProblem } from "./run-problem";
import type { Bench } from "./use-bench";

const JsonEditor = dynamic(() => import("@/components/ui/json-editor"), { ssr: false, loading: () => <LoadingLines lines={4} /> });

/** More than this is cut on the page (the whole is one click away): colouring megabytes would freeze the tab. */
const SHOWN_CHARACTERS = 200_000;

export function RunResult({ run, bench }: { run: Run; bench: Bench }) {
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3.5 py-1.5 text-1 text-muted">
        <OutcomeChip outcome={run.outcome} throttled={run.throttleReason !== undefined} />
        {run.durationMs === undefined ? null : run.initDurationMs === undefined ? (
          <Chip tone="warm">warm</Chip>
        ) : (
          <Chip tone="cold">cold · INIT {formatMs(run.initDurationMs)}</Chip>
        )}
        <span className="ml-auto">{run.executedVersion ? `version ${run.executedVersion}` : null}</span>
        <Button variant="quiet" size="small" disabled={bench.run.isPending} onClick={() => bench.runNow(run.invocationType, run.payload, run.testEventId)}>
          Run again
        </Button>
      </div>
      <Report run={run} />
      <div className="min-h-0 flex-1 overflow-auto">
        <RunProblem run={run} />
        {run.response === undefined ? null : <Response text={run.response} />}
        {run.logTail ? (
          <Section title="Log" note={run.requestId ? `request ${run.requestId}` : undefined} aside={<CopyButton text={run.logTail} label="Copy log" />}>
            <pre className="overflow-auto px-3.5 py-2.5 font-mono text-1 whitespace-pre-wrap text-muted">{run.logTail}</pre>
          </Section>
        ) : null}
      </div>
    </>
  );
}

function Report({ run }: { run: Run }) {
  if (run.durationMs === undefined) return null;
  return (
    <dl className="grid grid-cols-3 border-b border-line sm:grid-cols-5">
      <Fact label="Duration" value={formatMs(run.durationMs)} />
      <Fact label="Billed" value={run.billedDurationMs === undefined ? "–" : formatMs(run.billedDurationMs)} />
      <Fact label="INIT" value={run.initDurationMs === undefined ? "none" : formatMs(run.initDurationMs)} className={run.initDurationMs === undefined ? "text-muted" : "text-cold"} />
      <Fact label={`Memory of ${run.memoryMb ?? "?"} MB`} value={run.maxMemoryUsedMb === undefined ? "–" : `${run.maxMemoryUsedMb} MB`} />
      <Fact
        label="Cost"
        value={
          run.costUsd === undefined ? (
            "–"
          ) : (
            <ReceiptButton title="this run" amountUsd={run.costUsd} lines={run.costReceipt ?? []} notes={["Before the free tier."]} />
          )
        }
      />
    </dl>
  );
}

function Fact({ label, value, className }: { label: string; value: ReactNode; className?: string }) {
  return (
    <div className="border-r border-grid px-3 py-2 last:border-0">
      <dt className="text-1 text-muted">{label}</dt>
      <dd className={`text-3 font-medium whitespace-nowrap ${className ?? ""}`}>{value}</dd>
    </div>
  );
}

function Section({ title, note, aside, children }: { title: string; note?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-b border-line last:border-0">
      <div className="flex min-h-9 items-center gap-2 px-3.5 text-1 text-muted">
        <h3>{title}</h3>
        {note ? <span className="min-w-0 flex-1 truncate font-mono">{note}</span> : <span className="flex-1" />}
        {aside}
      </div>
      {children}
    </section>
  );
}

function Response({ text }: { text: string }) {
  const shown = useMemo(() => prettyIfSmall(text), [text]);
  const size = new TextEncoder().encode(text).length;
  if (text === "") return null;
  return (
    <Section title="Response" note={formatBytes(size)} aside={<CopyButton text={text} label="Copy response" />}>
      <div className="max-h-72 overflow-auto border-t border-grid">
        <JsonEditor label="Response" value={shown} readOnly />
      </div>
      {text.length > SHOWN_CHARACTERS ? <p className="px-3.5 py-2 text-1 text-muted">Only the beginning is shown; “Copy” copies all {formatBytes(size)}.</p> : null}
    </Section>
  );
}

/** Indented when that changes no value; numbers beyond 2^53 would, so such a text stays as it came. */
function prettyIfSmall(text: string): string {
  if (text.length > SHOWN_CHARACTERS) return text.slice(0, SHOWN_CHARACTERS);
  try {
    const value: unknown = JSON.parse(text);
    const pretty = JSON.stringify(value, null, 2);
    return JSON.stringify(value).length === text.replace(/\s+/g, "").length || !/\d{16}/.test(text) ? pretty : text;
  } catch {
    return text;
  }
}
