"use client";

import { memo } from "react";
import { useNow } from "@/components/layout/now";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount, formatMs, formatPercent, formatUsd } from "@/lib/format";
import { type FunctionRow, IMAGE_RUNTIME } from "@/lib/functions/function-rows";
import { errorRate, FAILING_RATE, rejectedRate } from "@/lib/metrics/rates";
import type { FunctionRowMetrics } from "@/lib/metrics/schema";
import { formatAge } from "./changed-age";
import { RuntimeChip } from "./runtime-chip";
import { Sparkline } from "./sparkline";

// Made once: making a formatter costs more than all else in a row.
const whole = new Intl.NumberFormat("en-US");
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });
const CELL = "h-[46px] border-b border-grid px-2.5 whitespace-nowrap group-hover:bg-sunken group-data-selected:bg-accent-soft last:pr-4";
// While the figures are of another range than the one chosen, they are dimmed.
const FIGURE_CELL = classNames(CELL, "figures transition-opacity group-data-outdated/table:opacity-40");
const WIDE_CELL = classNames(CELL, "max-sm:hidden");
const SECOND_LINE = "block truncate text-1 leading-tight";
const MUTED_LINE = classNames(SECOND_LINE, "text-muted");

interface FunctionTableRowProps {
  row: FunctionRow;
  /** undefined until CloudWatch answered. */
  metrics: FunctionRowMetrics | undefined;
  href: string;
  rowIndex: number;
  metricsLoading: boolean;
  selected: boolean;
}

export const FunctionTableRow = memo(function FunctionTableRow({ row, metrics, href, rowIndex, metricsLoading, selected }: FunctionTableRowProps) {
  const nowMs = useNow();
  return (
    <tr aria-rowindex={rowIndex} aria-selected={selected} data-selected={selected || undefined} className="group">
      <NameCell row={row} href={href} selected={selected} />
      <td className={WIDE_CELL}>
        <span className="block truncate">{row.region}</span>
        <StateLine state={row.state} />
      </td>
      <td className={WIDE_CELL}>
        <RuntimeChip runtime={row.runtime} />
      </td>
      <td className={WIDE_CELL}>
        {whole.format(row.memoryMb)} <span className="text-muted">MB</span>
        <span className={MUTED_LINE}>{row.architecture}</span>
      </td>
      <FigureCells metrics={metrics} waiting={metricsLoading && !metrics} />
      <td className={classNames(CELL, "figures text-muted")} title={moment.format(row.lastModifiedMs)}>
        {formatAge(row.lastModifiedMs, nowMs)}
      </td>
    </tr>
  );
});

function NameCell({ row, href, selected }: { row: FunctionRow; href: string; selected: boolean }) {
  return (
    <th scope="row" className={classNames(CELL, "max-xl:sticky left-0 z-[1] bg-surface pl-10 text-left relative group-data-selected:bg-accent-soft font-normal max-sm:border-r")}>
      {/* The table hears it, as it does the link below: nothing is made for each row. */}
      <input type="checkbox" data-key={row.key} checked={selected} readOnly aria-label={`Choose ${row.name} in ${row.region}`} className="absolute top-[15px] left-3.5 size-4 accent-[var(--text)]" />
      {/* The table follows it: a link component in each row costs more than all else in it. */}
      <a href={href} title={row.name} className="block truncate font-medium hover:underline">
        {row.name}
      </a>
      <span title={row.description || undefined} className={classNames(MUTED_LINE, "max-sm:hidden")}>
        {row.description}
      </span>
      <span className={classNames(MUTED_LINE, "sm:hidden")}>
        {row.region} · {row.runtime ?? IMAGE_RUNTIME}
      </span>
    </th>
  );
}

function StateLine({ state }: { state: string | undefined }) {
  const tone = state === undefined || state === "Active" ? "text-muted" : classNames("font-medium", state === "Failed" ? "text-error" : "text-accent");
  return <span className={classNames(SECOND_LINE, tone)}>{state ?? "–"}</span>;
}

/** What the metrics say of the range. */
function FigureCells({ metrics, waiting }: { metrics: FunctionRowMetrics | undefined; waiting: boolean }) {
  const rejected = metrics && rejectedRate(metrics);
  const failed = metrics && errorRate(metrics);
  const failing = failed !== undefined && failed > FAILING_RATE;
  return (
    <>
      <td className={FIGURE_CELL}>
        {waiting ? <Skeleton className="ml-auto h-4 w-28" /> : <Invocations metrics={metrics} tone={rejected ? "throttle" : failing ? "error" : "neutral"} />}
      </td>
      <Figure waiting={waiting} value={failed === undefined ? undefined : formatPercent(failed)} className={failing ? "font-medium text-error" : failed === 0 ? "text-muted" : undefined} />
      <Figure waiting={waiting} value={rejected ? formatPercent(rejected) : undefined} className="font-medium text-throttle" />
      <Figure waiting={waiting} value={typeof metrics?.durationP95 === "number" ? formatMs(metrics.durationP95) : undefined} />
      <Figure waiting={waiting} value={metrics?.costUsd === undefined ? undefined : formatUsd(metrics.costUsd)} />
    </>
  );
}

function Invocations({ metrics, tone }: { metrics: FunctionRowMetrics | undefined; tone: "neutral" | "throttle" | "error" }) {
  if (!metrics) return <span className="text-muted">–</span>;
  return (
    <span className="flex items-center justify-end gap-3">
      {metrics.invocations > 0 ? <Sparkline values={metrics.sparkline} tone={tone} /> : null}
      <span className={classNames("min-w-9", metrics.invocations === 0 && "text-muted")}>{formatCount(metrics.invocations)}</span>
    </span>
  );
}

function Figure({ waiting, value, className }: { waiting: boolean; value: string | undefined; className?: string }) {
  return (
    <td className={classNames(FIGURE_CELL, value === undefined ? "text-muted" : className)}>
      {waiting ? <Skeleton className="ml-auto h-4 w-9" /> : (value ?? "–")}
    </td>
  );
}
