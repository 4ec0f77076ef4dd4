"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { redactEvent } from "@/lib/test-events/redact-event";

const JsonEditor = dynamic(() => import("@/components/ui/json-editor"), { ssr: false, loading: () => <LoadingLines lines={4} /> });

interface RedactionReviewProps {
  bench: Bench;
  /** As it came: it stays in this page's memory, and only what is shown goes further. */
  event: unknown;
  /** Proposed name of the test event. */
  name: string;
  /** Where it was found and why it failed. */
  note?: string;
  onDone: () => void;
}

/** The event as it would be kept, each replacement with its place and kind; a person may take one back. */
export function RedactionReview({ bench, event, name, note, onDone }: RedactionReviewProps) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const redacted = useMemo(() => redactEvent(event, kept), [event, kept]);
  const payload = useMemo(() => JSON.stringify(redacted.event, null, 2), [redacted]);
  const toggle = (path: string) => {
    const next = new Set(kept);
    if (!next.delete(path)) next.add(path);
    setKept(next);
  };
  const use = () => {
    bench.startNew({ name, payload, description: note ?? "" });
    onDone();
  };
  return (
    <section aria-label="What will be kept" className="mt-4">
      {note ? <p className="mb-2 text-2 text-muted">{note}</p> : null}
      <div className="overflow-hidden rounded-sm border border-line">
        <p className="border-b border-line bg-sunken px-3 py-1.5 text-1 text-muted">
          {redacted.redactions.length === 0 ? "Nothing in it looks like a secret or personal data." : `${redacted.redactions.length} ${redacted.redactions.length === 1 ? "value is" : "values are"} replaced. Untick one to keep it as it is.`}
        </p>
        {redacted.redactions.length > 0 ? (
          <ul aria-label="Replaced values" className="max-h-40 overflow-auto border-b border-line">
            {[...new Map(redacted.redactions.map((redaction) => [redaction.path, redaction])).values()].map(({ path, kind, replacement }) => (
              <li key={path} className="border-b border-grid last:border-0">
                <label className="flex items-center gap-2 px-3 py-1 text-1">
                  <input type="checkbox" checked={!kept.has(path)} onChange={() => toggle(path)} className="accent-[var(--accent)]" />
                  <span className="w-28 shrink-0 text-muted">{kind}</span>
                  <span className="min-w-0 flex-1 truncate font-mono" title={path}>
                    {path}
                  </span>
                  <span className="max-w-44 truncate font-mono text-muted max-sm:hidden">{kept.has(path) ? "kept as it is" : replacement}</span>
                </label>
              </li>
            ))}
          </ul>
        ) : null}
        <div className="h-52">
          <JsonEditor label="Event to keep" value={payload} readOnly />
        </div>
      </div>
      <div className="mt-3 flex justify-end">
        <Button variant="primary" onClick={use}>
          Open in the editor
        </Button>
      </div>
    </section>
  );
}
