"use client";

import { rangeInWords } from "@/components/layout/range-words";
import { SimulatedNote } from "@/components/layout/simulated-note";
import { useFunctionRef } from "@/components/layout/view-state";
import { Chip } from "@/components/ui/chip";
import { Help } from "@/components/ui/help";
import { periodInWords } from "@/lib/metrics/findings";
import type { FunctionMetrics } from "@/lib/metrics/schema";
import { UpdatedAgo } from "./updated-ago";

interface MonitorStatusProps {
  metrics: FunctionMetrics;
  /** The range on its way; the figures are still of the one before. */
  awaited: string | undefined;
}

/** Of what age, zone and completeness the figures below are: said once for all charts. */
export function MonitorStatus({ metrics, awaited }: MonitorStatusProps) {
  const { region, name } = useFunctionRef();
  const { window } = metrics;
  return (
    <div className="mb-3 flex min-h-5 flex-wrap items-center gap-x-3 gap-y-1.5 text-1 text-muted">
      <SimulatedNote startMs={window.startMs} endMs={window.endMs} function={{ region, name }} />
      {metrics.partial ? <Chip tone="error">CloudWatch answered only a part: points are missing</Chip> : null}
      <span className="ml-auto">
        Each point {periodInWords(window.periodSeconds)} · times in {new Intl.DateTimeFormat().resolvedOptions().timeZone}
      </span>
      <span className="inline-flex items-center gap-1.5">
        {awaited ? <span role="status">reading {rangeInWords(awaited)}…</span> : <UpdatedAgo timestampMs={metrics.loadedAtMs} />}
        <Help topic="Age of the figures">
          <p>They are asked for again as each period passes, and not at all while this tab is hidden: every request to CloudWatch costs money.</p>
          <p>
            AWS stamps an invocation with its start, so the newest minute, or as long as the timeout of {metrics.limits.timeoutMs / 1000} s, may still change. That part is
            hatched.
          </p>
        </Help>
      </span>
    </div>
  );
}
