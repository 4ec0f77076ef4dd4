/** Assembles what the Monitor page and the list's rows show from CloudWatch's series. */
import { estimateComputeCost } from "@/lib/cost/cost-model";
import { alignCounter, alignGauge, bucketTimestamps, greatest, singleValue, totalOf } from "./series";
import type { FunctionMetrics, FunctionRowMetrics, MetricWindow } from "./schema";

type Series = ReadonlyMap<string, readonly { timestampMs: number; value: number }[]>;

/** From the answers to `functionMetricQueries`. */
export function assembleFunctionMetrics(
  series: Series,
  window: MetricWindow,
): Omit<FunctionMetrics, "limits" | "partial" | "loadedAtMs"> {
  const points = (id: string) => series.get(id) ?? [];
  const counter = (id: string) => alignCounter(points(id), window);
  const gauge = (id: string) => alignGauge(points(id), window);
  const concurrency = gauge("concurrency");
  return {
    window,
    timestampsMs: bucketTimestamps(window),
    invocations: counter("invocations"),
    errors: counter("errors"),
    throttles: counter("throttles"),
    durationP50: gauge("durationP50"),
    durationP95: gauge("durationP95"),
    durationP99: gauge("durationP99"),
    concurrency,
    accountConcurrency: gauge("accountConcurrency"),
    totals: {
      invocations: totalOf(points("invocations")),
      errors: totalOf(points("errors")),
      throttles: totalOf(points("throttles")),
      durationP50: singleValue(points("totalDurationP50")),
      durationP95: singleValue(points("totalDurationP95")),
      durationP99: singleValue(points("totalDurationP99")),
      concurrencyMax: greatest(concurrency),
    },
  };
}

/** What a row's cost needs to know of its function. */
export interface RowSizing {
  memoryMb: number;
  architecture: "x86_64" | "arm64";
  ephemeralStorageMb: number;
}

/** From the answers to `rowMetricQueries` for the function at `index`. Without `sizing` the row has no cost. */
export function assembleRow(
  series: Series,
  row: { index: number; region: string; name: string; sizing?: RowSizing },
  buckets: { startMs: number; endMs: number; periodSeconds: number },
): FunctionRowMetrics {
  const { index, region, name, sizing } = row;
  const points = (what: string) => series.get(`${what}_${index}`) ?? [];
  const invocations = totalOf(points("invocations"));
  const cost = sizing && estimateComputeCost({ region, requests: invocations, durationMsSum: totalOf(points("durationSum")), ...sizing });
  return {
    region,
    name,
    invocations,
    errors: totalOf(points("errors")),
    throttles: totalOf(points("throttles")),
    durationP95: singleValue(points("durationP95")),
    sparkline: alignCounter(points("invocations"), buckets),
    costUsd: cost?.costUsd,
  };
}
