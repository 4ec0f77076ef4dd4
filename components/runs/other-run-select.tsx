"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Select } from "@/components/ui/field";
import { formatDateTime } from "@/lib/format";
import type { FunctionRef } from "@/lib/functions/queries";
import { runListQuery } from "@/lib/runs/queries";
import type { Run, RunSummary } from "@/lib/runs/schema";
import { outcomeWord } from "./outcome-words";

interface OtherRunSelectProps {
  functionRef: FunctionRef;
  run: Run;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** The function's newest runs, those of the same event first. Any other stands in the address. */
export function OtherRunSelect({ functionRef, run, value, onChange }: OtherRunSelectProps) {
  const runs = useInfiniteQuery(runListQuery(functionRef)).data?.pages.flatMap((page) => page.runs) ?? [];
  const others = runs.filter(({ id, outcome }) => id !== run.id && outcome !== "running");
  const sameEvent = run.testEventId ? others.filter(({ testEventId }) => testEventId === run.testEventId) : [];
  const rest = others.filter((other) => !sameEvent.includes(other));
  return (
    <Select aria-label="Other run" value={value ?? ""} onChange={(event) => onChange(event.target.value || undefined)} className="h-7! w-auto! max-w-full min-w-0">
      <option value="">no other run</option>
      {value && !others.some(({ id }) => id === value) ? <option value={value}>run {value.slice(0, 8)}</option> : null}
      {sameEvent.length > 0 ? <RunOptions label={`Of ${run.testEventName ?? "the same event"}`} runs={sameEvent} /> : null}
      {rest.length > 0 ? <RunOptions label={sameEvent.length > 0 ? "Other runs" : "Newest runs"} runs={rest} /> : null}
    </Select>
  );
}

function RunOptions({ label, runs }: { label: string; runs: RunSummary[] }) {
  return (
    <optgroup label={label}>
      {runs.map((run) => (
        <option key={run.id} value={run.id}>
          {[formatDateTime(run.startedAtMs), outcomeWord(run.outcome, run.throttleReason !== undefined), run.executedVersion ?? run.qualifier, run.testEventName ?? "unsaved event"].join(" · ")}
        </option>
      ))}
    </optgroup>
  );
}
