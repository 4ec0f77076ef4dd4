"use client";

import Link from "next/link";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount, formatMs, formatPercent, formatRelativeTime, formatUsd } from "@/lib/format";
import { errorRate, type FunctionRow, rejectedRate } from "@/lib/functions/function-rows";
import { FAILING_RATE } from "@/lib/functions/list-summary";
import { RuntimeChip } from "./runtime-chip";
import { Sparkline } from "./sparkline";

const CELL = "h-[46px] border-b border-grid px-3 whitespace-nowrap group-hover:bg-sunken";

export function FunctionTableRow({ row, rowIndex, metricsLoading }: { row: FunctionRow; rowIndex: number; metricsLoading: boolean }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const rejected = rejectedRate(row.metrics);
  const failed = errorRate(row.metrics);
  const failing = failed !== undefined && failed > FAILING_RATE;
  const waiting = metricsLoading && !row.metrics;
  const tone = rejected ? "throttle" : failing ? "error" : "neutral";
  return (
    <tr aria-rowindex={rowIndex} className="group">
      <th scope="row" className={classNames(CELL, "sticky left-0 z-[1] max-w-52 bg-surface text-left font-normal sm:max-w-80")}>
        <Link href={hrefWithView(`/${connection}/functions/${row.region}/${row.name}`)} className="block truncate font-medium hover:underline">
          {row.name}
        </Link>
        <span className="block truncate text-1 leading-tight text-muted">{row.description}</span>
      </th>
      <td className={classNames(CELL, "text-muted")}>{row.region}</td>
      <td className={CELL}>
        <RuntimeChip runtime={row.runtime} />
      </td>
      <td className={classNames(CELL, "figures")}>
        {row.memoryMb.toLocaleString("en")} <span className="text-muted">MB</span>
      </td>
      <td className={classNames(CELL, "text-muted")}>{row.architecture}</td>
      <td className={CELL}>{row.state && row.state !== "Active" ? <Chip tone="warm">{row.state}</Chip> : <span className="text-muted">{row.state ?? "–"}</span>}</td>
      <td className={classNames(CELL, "figures")}>
        {waiting ? <Skeleton className="ml-auto h-4 w-28" /> : <InvocationsCell row={row} tone={tone} />}
      </td>
      <Figure value={failed === undefined ? undefined : formatPercent(failed)} className={failing ? "font-medium text-error" : undefined} />
      <Figure value={rejected ? formatPercent(rejected) : undefined} className={rejected ? "font-medium text-throttle" : undefined} />
      <Figure value={typeof row.metrics?.durationP95 === "number" ? formatMs(row.metrics.durationP95) : undefined} />
      <Figure value={row.metrics?.costUsd === undefined ? undefined : formatUsd(row.metrics.costUsd)} />
      <td className={classNames(CELL, "figures text-muted")} title={new Date(row.lastModifiedMs).toLocaleString("en")}>
        {formatRelativeTime(row.lastModifiedMs, Date.now())}
      </td>
    </tr>
  );
}

function InvocationsCell({ row, tone }: { row: FunctionRow; tone: "neutral" | "throttle" | "error" }) {
  if (!row.metrics) return <span className="text-muted">–</span>;
  return (
    <span className="inline-flex items-center justify-end gap-3">
      {row.metrics.invocations > 0 ? <Sparkline values={row.metrics.sparkline} tone={tone} /> : null}
      <span className="min-w-10">{formatCount(row.metrics.invocations)}</span>
    </span>
  );
}

function Figure({ value, className }: { value: string | undefined; className?: string }) {
  return <td className={classNames(CELL, "figures", value === undefined ? "text-muted" : className)}>{value ?? "–"}</td>;
}
