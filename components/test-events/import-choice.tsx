"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { toast } from "sonner";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { importBatches, importWords } from "@/lib/test-events/import-batches";
import { importTestEventsMutation } from "@/lib/test-events/queries";
import type { ImportRequest, ImportResult, TestEventContent } from "@/lib/test-events/schema";

/** More would be a wall of names. */
const NAMES_SHOWN = 100;

/** What is about to be imported, and what becomes of names that are taken. */
export function ImportChoice({ bench, events, onDone }: { bench: Bench; events: readonly TestEventContent[]; onDone: () => void }) {
  const [onConflict, setOnConflict] = useState<ImportRequest["onConflict"]>("replace");
  const [chosen, setChosen] = useState<ReadonlySet<number>>();
  const conflictId = useId();
  const send = useMutation(importTestEventsMutation(bench.ref));
  const wanted = events.filter((_event, index) => chosen?.has(index) ?? true);
  const toggle = (index: number) => {
    const next = new Set(chosen ?? events.keys());
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const start = async () => {
    const results: ImportResult[] = [];
    for (const batch of importBatches(wanted)) results.push(await send.mutateAsync({ events: batch, onConflict }));
    toast.success(importWords(results));
    const only = results.length === 1 ? results[0]?.eventId : undefined;
    if (only) bench.select(only);
    onDone();
  };
  return (
    <div className="mt-4">
      <ul aria-label="Events to import" className="max-h-56 overflow-auto rounded-sm border border-line">
        {events.slice(0, NAMES_SHOWN).map((event, index) => (
          <li key={`${index} ${event.name}`} className="border-b border-grid last:border-0">
            <label className="flex items-center gap-2 px-3 py-1.5 text-2">
              <input type="checkbox" checked={chosen?.has(index) ?? true} onChange={() => toggle(index)} className="accent-[var(--accent)]" />
              <span className="min-w-0 flex-1 truncate">{event.name}</span>
              <span className="text-1 text-muted">{[event.shared ? "shared" : "", ...event.tags.map((tag) => `#${tag}`), event.assertions.length > 0 ? `${event.assertions.length} ${event.assertions.length === 1 ? "assertion" : "assertions"}` : ""].filter(Boolean).join(" · ")}</span>
            </label>
          </li>
        ))}
        {events.length > NAMES_SHOWN ? <li className="px-3 py-1.5 text-1 text-muted">and {(events.length - NAMES_SHOWN).toLocaleString("en")} more</li> : null}
      </ul>
      <div className="mt-3 flex flex-wrap items-center justify-end gap-2">
        <label htmlFor={conflictId} className="text-2">
          When a name is taken
        </label>
        <div className="mr-auto">
          <Select id={conflictId} className="h-7! w-auto!" value={onConflict} onChange={(event) => setOnConflict(event.target.value as ImportRequest["onConflict"])}>
            <option value="replace">save over it, keep its history</option>
            <option value="skip">leave what is there</option>
            <option value="rename">keep both</option>
          </Select>
        </div>
        <Button variant="primary" disabled={send.isPending || wanted.length === 0} onClick={() => void start().catch((error: Error) => toast.error(error.message))}>
          {send.isPending ? "Importing…" : `Import ${wanted.length.toLocaleString("en")} ${wanted.length === 1 ? "event" : "events"}`}
        </Button>
      </div>
    </div>
  );
}
