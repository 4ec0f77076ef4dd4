import type { MetricMinute, MetricUnit } from "../../telemetry.ts";
import type { HistorySlice, SimulatedInvocation } from "./simulate.ts";

const NAMESPACE = "AWS/Lambda";
const MINUTE_MS = 60_000;

/** Values with how often each came. */
type Distribution = Map<number, number>;

interface Minute {
  invocations: number;
  errors: number;
  throttles: number;
  durationMs: Distribution;
  concurrency: Distribution;
  unreserved: Distribution;
}

/** The minutes of one function or of one region. */
interface Scope {
  region: string;
  functionName?: string;
  minutes: Map<number, Minute>;
}

/**
 * What CloudWatch would hold of a slice, stamped with the arrival. Errors and Throttles come as zeros
 * beside invocations, as Lambda emits them; where nothing happened there is no point.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export function metricMinutes({ invocations, throttles }: HistorySlice): MetricMinute[] {
  const scopes = new Map<string, Scope>();
  const ofFunction = (region: string, functionName: string, timestampMs: number) =>
    minuteOf(scopeOf(scopes, region, functionName), timestampMs);
  const ofRegion = (region: string, timestampMs: number) => minuteOf(scopeOf(scopes, region), timestampMs);

  for (const invocation of invocations) {
    const { model, arrivedMs, concurrency } = invocation;
    addInvocation(ofFunction(model.region, model.functionName, arrivedMs), invocation, concurrency.ofFunction);
    const region = ofRegion(model.region, arrivedMs);
    addInvocation(region, invocation, concurrency.ofRegion);
    if (model.reservedConcurrency === undefined) add(region.unreserved, concurrency.unreserved);
  }
  for (const { model, arrivedMs } of throttles) {
    ofFunction(model.region, model.functionName, arrivedMs).throttles++;
    ofRegion(model.region, arrivedMs).throttles++;
  }
  return [...scopes.values()].flatMap(minutesOfScope);
}

function addInvocation(minute: Minute, invocation: SimulatedInvocation, concurrency: number): void {
  minute.invocations++;
  if (invocation.behaviour.failed) minute.errors++;
  add(minute.durationMs, invocation.durationMs);
  add(minute.concurrency, concurrency);
}

function minutesOfScope(scope: Scope): MetricMinute[] {
  return dimensionSets(scope.functionName).flatMap((dimensions) =>
    METRICS.flatMap(({ name, unit, valuesOf }) => {
      const rows: MetricMinute[] = [];
      for (const [minuteMs, minute] of scope.minutes) {
        const values = valuesOf(minute);
        if (values.length === 0) continue;
        rows.push({ region: scope.region, namespace: NAMESPACE, name, dimensions, unit, minuteMs, values });
      }
      return rows;
    }),
  );
}

const METRICS: readonly { name: string; unit: MetricUnit; valuesOf(minute: Minute): [number, number][] }[] = [
  { name: "Invocations", unit: "Count", valuesOf: (minute) => counted(minute.invocations, 0) },
  { name: "Errors", unit: "Count", valuesOf: (minute) => counted(minute.errors, minute.invocations - minute.errors) },
  { name: "Throttles", unit: "Count", valuesOf: (minute) => counted(minute.throttles, minute.invocations) },
  { name: "Duration", unit: "Milliseconds", valuesOf: (minute) => [...minute.durationMs] },
  { name: "ConcurrentExecutions", unit: "Count", valuesOf: (minute) => [...minute.concurrency] },
  { name: "UnreservedConcurrentExecutions", unit: "Count", valuesOf: (minute) => [...minute.unreserved] },
];

/** Ones and zeros of a counter. */
function counted(ones: number, zeros: number): [number, number][] {
  return ([[1, ones], [0, zeros]] as [number, number][]).filter(([, count]) => count > 0);
}

function dimensionSets(functionName: string | undefined): Record<string, string>[] {
  if (functionName === undefined) return [{}];
  return [{ FunctionName: functionName }, { FunctionName: functionName, Resource: functionName }];
}

function scopeOf(scopes: Map<string, Scope>, region: string, functionName?: string): Scope {
  const key = `${region}/${functionName ?? ""}`;
  const known = scopes.get(key);
  if (known) return known;
  const scope: Scope = { region, ...(functionName === undefined ? {} : { functionName }), minutes: new Map() };
  scopes.set(key, scope);
  return scope;
}

function minuteOf({ minutes }: Scope, timestampMs: number): Minute {
  const minuteMs = timestampMs - (timestampMs % MINUTE_MS);
  const known = minutes.get(minuteMs);
  if (known) return known;
  const minute: Minute = {
    invocations: 0,
    errors: 0,
    throttles: 0,
    durationMs: new Map(),
    concurrency: new Map(),
    unreserved: new Map(),
  };
  minutes.set(minuteMs, minute);
  return minute;
}

function add(distribution: Distribution, value: number): void {
  distribution.set(value, (distribution.get(value) ?? 0) + 1);
}
