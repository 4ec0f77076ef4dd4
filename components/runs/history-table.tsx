"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { VerdictChip } from "@/components/assertions/verdict-chip";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { formatDateTime, formatMs, formatUsd } from "@/lib/format";
import type { RunSummary } from "@/lib/runs/schema";
import { OutcomeChip } from "./outcome-chip";
import { outcomeToShow } from "./outcome-words";

const WIDE_ONLY = "max-lg:hidden";
const ROW_PX = 37;
/** Where it is narrow the event stands below the time. */
const NARROW_ROW_PX = 54;
const OVERSCAN = 8;
/** So many rows before the end the next page is asked for. */
const NEAR_END = 15;

/** Where it is narrow, the run's page has what is left out. */
const COLUMNS: readonly { label: string; className?: string }[] = [
  { label: "When" },
  { label: "Event", className: WIDE_ONLY },
  { label: "Outcome" },
  { label: "Version", className: WIDE_ONLY },
  { label: "Start", className: "max-sm:hidden" },
  { label: "Duration", className: "text-right" },
  { label: "Billed", className: `text-right ${WIDE_ONLY}` },
  { label: "Memory", className: `text-right ${WIDE_ONLY}` },
  { label: "Cost", className: "text-right max-sm:hidden" },
  { label: "Page", className: "max-sm:hidden" },
];

interface HistoryTableProps {
  rows: readonly RunSummary[];
  /** undefined: nothing more, or it is being read. */
  onNearEnd: (() => void) | undefined;
}

/** A real table of which only the rows in sight are in the document. */
export function HistoryTable({ rows, onNearEnd }: HistoryTableProps) {
  "use no memo";
  const box = useRef<HTMLDivElement>(null);
  const narrow = typeof window !== "undefined" && window.innerWidth < 1024;
  const rowPx = narrow ? NARROW_ROW_PX : ROW_PX;
  // The virtualizer changes in place, which is what "use no memo" above is for.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => rowPx, overscan: OVERSCAN, useFlushSync: false });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const nearEnd = last >= rows.length - NEAR_END && virtualizer.scrollOffset !== null && virtualizer.scrollOffset > 0;
  useEffect(() => {
    if (nearEnd) onNearEnd?.();
  }, [nearEnd, onNearEnd]);
  return (
    <div ref={box} tabIndex={0} role="region" aria-label="History" className="max-h-[28rem] overflow-auto -outline-offset-2">
      <table aria-rowcount={rows.length + 1} className="w-full text-2">
        <thead className="sticky top-0 z-10 bg-surface text-1 text-muted">
          <tr>
            {COLUMNS.map(({ label, className }) => (
              <th key={label} scope="col" className={classNames("border-b border-line px-2.5 py-2 text-left font-medium first:pl-3.5 last:pr-3.5", className)}>
                {label === "Page" ? <span className="sr-only">Page of the run</span> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer heightPx={first * rowPx} />
          {rows.slice(first, last + 1).map((run, index) => (
            <HistoryRow key={run.id} run={run} rowIndex={first + index + 2} heightPx={rowPx} />
          ))}
          <Spacer heightPx={(rows.length - 1 - last) * rowPx} />
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it stands for rows out of sight */}
      <td style={{ height: heightPx, padding: 0 }} />
    </tr>
  );
}

function HistoryRow({ run, rowIndex, heightPx }: { run: RunSummary; rowIndex: number; heightPx: number }) {
  const view = useViewState();
  const connection = useConnectionId();
  const on = view.get("run") === run.id;
  const cell = "border-b border-grid px-2.5 whitespace-nowrap first:pl-3.5 last:pr-3.5";
  const event = run.testEventName ?? <span className="text-muted">unsaved event</span>;
  return (
    <tr aria-rowindex={rowIndex} style={{ height: heightPx }} className={classNames("relative", on ? "bg-accent-soft" : "hover:bg-sunken")}>
      <td className={cell}>
        <button type="button" aria-current={on ? "true" : undefined} onClick={() => view.set({ run: run.id })} className="-outline-offset-2 after:absolute after:inset-0">
          {formatDateTime(run.startedAtMs)}
        </button>
        <span className="block max-w-36 truncate text-1 text-muted sm:max-w-48 lg:hidden">{event}</span>
      </td>
      <td className={classNames(cell, "w-full max-w-0", WIDE_ONLY)}>
        <span className="block min-w-32 truncate">{event}</span>
      </td>
      <td className={cell}>
        <span className="flex gap-1">
          <OutcomeChip outcome={outcomeToShow(run)} throttled={run.throttleReason !== undefined} />
          {run.verdict ? <VerdictChip verdict={run.verdict} /> : null}
          <FollowedChip run={run} />
        </span>
      </td>
      <td className={classNames(cell, "max-w-28 truncate text-muted", WIDE_ONLY)}>{run.executedVersion ?? run.qualifier}</td>
      <td className={classNames(cell, "max-sm:hidden")}>{run.initDurationMs === undefined ? null : <Chip tone="cold">cold</Chip>}</td>
      <td className={classNames(cell, "figures")}>{run.durationMs === undefined ? "–" : formatMs(run.durationMs)}</td>
      <td className={classNames(cell, "figures", WIDE_ONLY)}>{run.billedDurationMs === undefined ? "–" : formatMs(run.billedDurationMs)}</td>
      <td className={classNames(cell, "figures", WIDE_ONLY)}>{run.maxMemoryUsedMb === undefined ? "–" : `${run.maxMemoryUsedMb} MB`}</td>
      <td className={classNames(cell, "figures max-sm:hidden")}>{run.costUsd === undefined ? "–" : formatUsd(run.costUsd)}</td>
      <td className={classNames(cell, "max-sm:hidden")}>
        <Link href={`/${connection}/runs/${run.id}`} className="relative text-muted underline-offset-2 hover:text-text hover:underline" aria-label={`Open the run of ${formatDateTime(run.startedAtMs)}`}>
          Open
        </Link>
      </td>
    </tr>
  );
}

/** How a run ended that Warmstart did not see the end of. */
function FollowedChip({ run: { followUp } }: { run: RunSummary }) {
  const last = followUp?.attempts.at(-1);
  if (!followUp) return null;
  if (followUp.state === "running") return <Chip tone="warm">started</Chip>;
  if (followUp.state === "retrying") return <Chip tone="error">failed, retrying</Chip>;
  if (followUp.state === "not_seen") return <Chip>not seen</Chip>;
  if (followUp.state !== "ended" || !last) return null;
  if (last.ended === "running") return null;
  return last.ended === "success" ? <Chip>{followUp.kind === "lost_answer" ? "found in the log" : "finished"}</Chip> : <Chip tone="error">{last.ended === "timeout" ? "timed out" : "failed"}</Chip>;
}
