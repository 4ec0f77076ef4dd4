/** A cold-starts answer as series and readings of the charts. Pure. */
import type { Reading, TimeSeries } from "@/components/charts/time-series";
import type { ColdStarts } from "@/lib/cold-starts/schema";
import { formatMs } from "@/lib/format";

/** Cold starts counted, one column a bucket. */
export function countSeries({ cold }: ColdStarts): TimeSeries {
  return { key: "cold", label: "cold", tone: "cold", shape: "column", values: cold };
}

/** How long INIT took, as dots: most buckets have none. */
export function initSeries({ initP50, initP95 }: ColdStarts): TimeSeries[] {
  return [
    { key: "initP50", label: "INIT p50", tone: "dark", shape: "rings", values: initP50 },
    { key: "initP95", label: "INIT p95", tone: "accent", shape: "dots", values: initP95 },
  ];
}

export function countReading({ cold }: ColdStarts): Reading {
  return { label: "cold starts", tone: "cold", text: (index) => (cold[index] ?? 0).toLocaleString("en") };
}

export function initReadings(data: ColdStarts): Reading[] {
  return initSeries(data).map(({ label, tone, values }) => ({
    label,
    tone,
    text: (index) => {
      const durationMs = values[index];
      return durationMs === null || durationMs === undefined ? "–" : formatMs(durationMs);
    },
  }));
}
