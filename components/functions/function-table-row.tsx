"use client";

import Link from "next/link";
import { memo } from "react";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount, formatMs, formatPercent, formatUsd } from "@/lib/format";
import { errorRate, type FunctionRow, IMAGE_RUNTIME, rejectedRate } from "@/lib/functions/function-rows";
import { FAILING_RATE } from "@/lib/functions/list-summary";
import { formatAge } from "./changed-age";
import { RuntimeChip } from "./runtime-chip";
import { Sparkline } from "./sparkline";

const CELL = "h-[46px] border-b border-grid px-2.5 whitespace-nowrap group-hover:bg-sunken last:pr-4";
const WIDE_CELL = classNames(CELL, "max-sm:hidden");
const SECOND_LINE = "block truncate text-1 leading-tight text-muted";

interface FunctionTableRowProps {
  row: FunctionRow;
  rowIndex: number;
  metricsLoading: boolean;
}

export const FunctionTableRow = memo(function FunctionTableRow({ row, rowIndex, metricsLoading }: FunctionTableRowProps) {
  return (
    <tr aria-rowindex={rowIndex} className="group">
      <NameCell row={row} />
      <td className={WIDE_CELL}>
        <span className="block truncate">{row.region}</span>
        <StateLine state={row.state} />
      </td>
      <td className={WIDE_CELL}>
        <RuntimeChip runtime={row.runtime} />
      </td>
      <td className={WIDE_CELL}>
        {row.memoryMb.toLocaleString("en")} <span className="text-muted">MB</span>
        <span className={SECOND_LINE}>{row.architecture}</span>
      </td>
      <FigureCells row={row} waiting={metricsLoading && !row.metrics} />
      <td className={classNames(CELL, "figures text-muted")} title={new Date(row.lastModifiedMs).toLocaleString("en")}>
        {formatAge(row.lastModifiedMs, Date.now())}
      </td>
    </tr>
  );
});

function NameCell({ row }: { row: FunctionRow }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  return (
    <th scope="row" className={classNames(CELL, "sticky left-0 z-[1] bg-surface pl-4 text-left font-normal max-sm:border-r")}>
      <Link href={hrefWithView(`/${connection}/functions/${row.region}/${row.name}`)} title={row.name} className="block truncate font-medium hover:underline">
        {row.name}
      </Link>
      <span title={row.description || undefined} className={classNames(SECOND_LINE, "max-sm:hidden")}>
        {row.description}
      </span>
      <span className={classNames(SECOND_LINE, "sm:hidden")}>
        {row.region} · {row.runtime ?? IMAGE_RUNTIME}
      </span>
    </th>
  );
}

function StateLine({ state }: { state: string | undefined }) {
  const calm = state === undefined || state === "Active";
  return <span className={classNames(SECOND_LINE, !calm && (state === "Failed" ? "font-medium text-error" : "font-medium text-accent"))}>{state ?? "–"}</span>;
}

/** What the metrics say of the range. */
function FigureCells({ row, waiting }: { row: FunctionRow; waiting: boolean }) {
  const rejected = rejectedRate(row.metrics);
  const failed = errorRate(row.metrics);
  const failing = failed !== undefined && failed > FAILING_RATE;
  return (
    <>
      <td className={classNames(CELL, "figures")}>
        {waiting ? <Skeleton className="ml-auto h-4 w-28" /> : <Invocations row={row} tone={rejected ? "throttle" : failing ? "error" : "neutral"} />}
      </td>
      <Figure waiting={waiting} value={failed === undefined ? undefined : formatPercent(failed)} className={failing ? "font-medium text-error" : failed === 0 ? "text-muted" : undefined} />
      <Figure waiting={waiting} value={rejected ? formatPercent(rejected) : undefined} className="font-medium text-throttle" />
      <Figure waiting={waiting} value={typeof row.metrics?.durationP95 === "number" ? formatMs(row.metrics.durationP95) : undefined} />
      <Figure waiting={waiting} value={row.metrics?.costUsd === undefined ? undefined : formatUsd(row.metrics.costUsd)} />
    </>
  );
}

function Invocations({ row, tone }: { row: FunctionRow; tone: "neutral" | "throttle" | "error" }) {
  if (!row.metrics) return <span className="text-muted">–</span>;
  return (
    <span className="flex items-center justify-end gap-3">
      {row.metrics.invocations > 0 ? <Sparkline values={row.metrics.sparkline} tone={tone} /> : null}
      <span className={classNames("min-w-9", row.metrics.invocations === 0 && "text-muted")}>{formatCount(row.metrics.invocations)}</span>
    </span>
  );
}

function Figure({ waiting, value, className }: { waiting: boolean; value: string | undefined; className?: string }) {
  return (
    <td className={classNames(CELL, "figures", value === undefined ? "text-muted" : className)}>
      {waiting ? <Skeleton className="ml-auto h-4 w-9" /> : (value ?? "–")}
    </td>
  );
}
