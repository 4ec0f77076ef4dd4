"use client";

import { useEffect, useRef, useState } from "react";
import { useViewState } from "@/components/layout/view-state";
import { Input, Select } from "@/components/ui/field";
import type { RunFilter, RunOutcome } from "@/lib/runs/schema";
import { OUTCOME_WORDS } from "./outcome-words";
import type { Bench } from "./use-bench";

/** Typing settles for this long before the list follows. */
const SETTLE_MS = 250;

/** Which runs the history shows. */
export function HistoryFilters({ bench, filter }: { bench: Bench; filter: RunFilter }) {
  const view = useViewState();
  const { selected } = bench;
  return (
    <>
      <TextFilter searched={filter.text ?? ""} />
      <Select aria-label="Outcome" value={filter.outcome ?? ""} onChange={(event) => view.set({ outcome: event.target.value })} className="h-7! w-auto!">
        <option value="">every outcome</option>
        {(Object.keys(OUTCOME_WORDS) as RunOutcome[]).map((outcome) => (
          <option key={outcome} value={outcome}>
            {OUTCOME_WORDS[outcome]}
          </option>
        ))}
      </Select>
      <label className="flex items-center gap-1.5 text-1 text-muted">
        <input
          type="checkbox"
          checked={filter.event !== undefined}
          disabled={!selected && filter.event === undefined}
          onChange={(event) => view.set({ "run-event": event.target.checked ? selected?.id : undefined })}
          className="accent-[var(--accent)]"
        />
        this event only
      </label>
    </>
  );
}

function TextFilter({ searched }: { searched: string }) {
  const view = useViewState();
  const [draft, setDraft] = useState<string>();
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  if (draft === searched) setDraft(undefined);
  const search = (text: string) => {
    setDraft(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => view.set({ "run-text": text.trim() }), SETTLE_MS);
  };
  return (
    <Input
      type="search"
      aria-label="Search in runs"
      title="In names, errors, request ids, events and responses"
      placeholder="Search in runs"
      maxLength={200}
      value={draft ?? searched}
      onChange={(event) => search(event.target.value)}
      className="h-7! w-48!"
    />
  );
}
