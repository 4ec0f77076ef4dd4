"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { useViewState } from "./view-state";

const OPTIONS = [
  { value: "15m", label: "15 m", title: "Last 15 minutes" },
  { value: "1h", label: "1 h", title: "Last hour" },
  { value: "3h", label: "3 h", title: "Last 3 hours" },
  { value: "24h", label: "24 h", title: "Last 24 hours" },
  { value: "7d", label: "7 d", title: "Last 7 days" },
] as const;

/** The time range of the page; it lives in the address. */
export function RangePicker() {
  const view = useViewState();
  const custom = view.range.includes("-");
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Segmented
        label="Time range"
        value={custom ? undefined : (view.range as (typeof OPTIONS)[number]["value"])}
        options={OPTIONS}
        onChange={(range) => view.set({ range })}
      />
      <CustomRange range={custom ? view.range : undefined} onChange={(range) => view.set({ range })} />
    </div>
  );
}

function CustomRange({ range, onChange }: { range?: string; onChange: (range: string) => void }) {
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const fromMs = Date.parse(from);
  const toMs = Date.parse(to);
  const problem = from && to && !(fromMs < toMs) ? "The start must be before the end." : undefined;
  const prepare = (next: boolean) => {
    if (next) {
      const [start, end] = range?.split("-").map(Number) ?? [Date.now() - 6 * 3_600_000, Date.now()];
      setFrom(localInputValue(start ?? 0));
      setTo(localInputValue(end ?? 0));
    }
    setOpen(next);
  };
  return (
    <Popover
      align="end"
      label="Custom time range"
      className="w-72"
      open={open}
      onOpenChange={prepare}
      trigger={
        <Button size="small" variant={range ? "secondary" : "quiet"} aria-pressed={Boolean(range)}>
          {range ? describe(range) : "Custom"}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (problem || Number.isNaN(fromMs) || Number.isNaN(toMs)) return;
          onChange(`${fromMs}-${toMs}`);
          setOpen(false);
        }}
      >
        <Field label="From">{(control) => <Input type="datetime-local" required value={from} onChange={(event) => setFrom(event.target.value)} {...control} />}</Field>
        <Field label="To" error={problem}>
          {(control) => <Input type="datetime-local" required value={to} onChange={(event) => setTo(event.target.value)} {...control} />}
        </Field>
        <Button type="submit" variant="primary" disabled={Boolean(problem)}>
          Show this range
        </Button>
      </form>
    </Popover>
  );
}

/** Value of a datetime-local input, in the browser's zone. */
function localInputValue(timestampMs: number): string {
  const shifted = timestampMs - new Date(timestampMs).getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 16);
}

function describe(range: string): string {
  const [start, end] = range.split("-").map((text) => new Date(Number(text)));
  const format = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });
  return start && end ? format.formatRange(start, end) : "Custom";
}
