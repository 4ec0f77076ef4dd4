"use client";

import type { Bench } from "@/components/runs/use-bench";
import { classNames } from "@/components/ui/class-names";

export type EditorView = "event" | "assertions" | "details" | "history";

/** The sides of an event: one at a time, each with what it holds. */
export function EditorViews({ view, onChange, bench }: { view: EditorView; onChange: (view: EditorView) => void; bench: Bench }) {
  const { assertions, tags, description, clientContext } = bench.draft;
  const details = [tags.length > 0, description !== "", clientContext !== ""].filter(Boolean).length;
  const choices: { value: EditorView; label: string; count?: number; hidden?: boolean }[] = [
    { value: "event", label: "JSON" },
    { value: "assertions", label: "Assertions", count: assertions.length },
    { value: "details", label: "Details", count: details },
    { value: "history", label: "History", hidden: !bench.selected },
  ];
  return (
    <div role="group" aria-label="Side of the event" className="flex min-h-9 gap-4 overflow-x-auto overflow-y-hidden border-b [scrollbar-width:none] border-line px-3.5 text-2">
      {choices
        .filter(({ hidden }) => !hidden)
        .map(({ value, label, count }) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === view}
            onClick={() => onChange(value)}
            className={classNames("-mb-px border-b-2 whitespace-nowrap -outline-offset-2", value === view ? "border-accent-fill font-medium text-text" : "border-transparent text-muted hover:text-text")}
          >
            {label}
            {count ? <span className="figures ml-1 text-1 text-muted">{count}</span> : null}
          </button>
        ))}
    </div>
  );
}
