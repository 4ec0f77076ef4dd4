"use client";

import { useMemo, useState } from "react";
import type { Bench } from "@/components/runs/use-bench";
import { Field } from "@/components/ui/field";
import { curlToEvent } from "@/lib/test-events/curl-event";
import { PASTE_AREA } from "./paste-area";
import { RedactionReview } from "./redaction-review";

/** A pasted curl line as an event. */
export function ImportCurl({ bench, onDone }: { bench: Bench; onDone: () => void }) {
  const [line, setLine] = useState("");
  const [nowMs] = useState(() => Date.now());
  const read = useMemo(() => readLine(line, nowMs), [line, nowMs]);
  return (
    <>
      <Field label="curl line" error={read.problem}>
        {(control) => <textarea {...control} rows={5} spellCheck={false} className={PASTE_AREA} placeholder="curl 'https://…' -H '…' --data-raw '…'" value={line} onChange={(event) => setLine(event.target.value)} />}
      </Field>
      {read.event ? <RedactionReview key={line} bench={bench} event={read.event} name="curl request" onDone={onDone} /> : null}
    </>
  );
}

function readLine(line: string, nowMs: number): { event?: object; problem?: string } {
  if (line.trim() === "") return {};
  try {
    return { event: curlToEvent(line, nowMs) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "The line cannot be read." };
  }
}
