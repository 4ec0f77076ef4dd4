import type { MetricMinute, MetricMinutes, MetricUnit } from "../../telemetry.ts";
import type { HistoryModel } from "./history-model.ts";
import type { HistorySlice, SimulatedInvocation } from "./simulate.ts";

const NAMESPACE = "AWS/Lambda";
const MINUTE_MS = 60_000;

/** What one function or one region did in one minute. */
interface Minute {
  minuteMs: number;
  invocations: number;
  errors: number;
  throttles: number;
  /** One of each invocation. */
  durationsMs: number[];
  concurrency: number[];
  unreserved: number[];
}

/** The minutes of one function or of one region, by time. */
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
export function metricMinutes({ invocations, throttles }: HistorySlice): MetricMinutes[] {
  const functions = new Map<HistoryModel, Scope>();
  const regions = new Map<string, Scope>();
  const scopesOf = (model: HistoryModel) => {
    const { region, functionName } = model;
    let ofFunction = functions.get(model);
    if (!ofFunction) functions.set(model, (ofFunction = { region, functionName, minutes: new Map() }));
    let ofRegion = regions.get(region);
    if (!ofRegion) regions.set(region, (ofRegion = { region, minutes: new Map() }));
    return { ofFunction, ofRegion };
  };

  for (const invocation of invocations) {
    const { model, arrivedMs, concurrency } = invocation;
    const { ofFunction, ofRegion } = scopesOf(model);
    addInvocation(minuteOf(ofFunction, arrivedMs), invocation, concurrency.ofFunction);
    const minute = minuteOf(ofRegion, arrivedMs);
    addInvocation(minute, invocation, concurrency.ofRegion);
    if (model.reservedConcurrency === undefined) minute.unreserved.push(concurrency.unreserved);
  }
  for (const { model, arrivedMs } of throttles) {
    const { ofFunction, ofRegion } = scopesOf(model);
    minuteOf(ofFunction, arrivedMs).throttles++;
    minuteOf(ofRegion, arrivedMs).throttles++;
  }
  return [...functions.values(), ...regions.values()].flatMap(metricsOfScope);
}

function addInvocation(minute: Minute, invocation: SimulatedInvocation, concurrency: number): void {
  minute.invocations++;
  if (invocation.behaviour.failed) minute.errors++;
  minute.durationsMs.push(invocation.durationMs);
  minute.concurrency.push(concurrency);
}

function metricsOfScope({ region, functionName, minutes: counted }: Scope): MetricMinutes[] {
  const sets = dimensionSets(functionName);
  return METRICS.flatMap(({ name, unit, valuesOf }) => {
    const minutes: MetricMinute[] = [];
    for (const minute of counted.values()) {
      const values = valuesOf(minute);
      if (values.length > 0) minutes.push({ minuteMs: minute.minuteMs, values });
    }
    if (minutes.length === 0) return [];
    return sets.map((dimensions) => ({ region, namespace: NAMESPACE, name, dimensions, unit, minutes }));
  });
}

const METRICS: readonly { name: string; unit: MetricUnit; valuesOf(minute: Minute): number[] }[] = [
  { name: "Invocations", unit: "Count", valuesOf: (minute) => counter(minute.invocations, 0) },
  { name: "Errors", unit: "Count", valuesOf: (minute) => counter(minute.errors, minute.invocations - minute.errors) },
  { name: "Throttles", unit: "Count", valuesOf: (minute) => counter(minute.throttles, minute.invocations) },
  { name: "Duration", unit: "Milliseconds", valuesOf: (minute) => counts(minute.durationsMs) },
  { name: "ConcurrentExecutions", unit: "Count", valuesOf: (minute) => counts(minute.concurrency) },
  { name: "UnreservedConcurrentExecutions", unit: "Count", valuesOf: (minute) => counts(minute.unreserved) },
];

/** Ones and zeros of a counter, as `MetricMinute` wants them. */
function counter(ones: number, zeros: number): number[] {
  if (ones === 0) return zeros === 0 ? [] : [0, zeros];
  return zeros === 0 ? [1, ones] : [1, ones, 0, zeros];
}

/** Value, count, value, count of a few values: sorted, equal ones are neighbours. */
function counts(values: number[]): number[] {
  if (values.length === 1) return [values[0]!, 1];
  values.sort((a, b) => a - b);
  const pairs: number[] = [];
  for (const value of values) {
    const last = pairs.length - 2;
    if (pairs[last] === value) pairs[last + 1]!++;
    else pairs.push(value, 1);
  }
  return pairs;
}

function dimensionSets(functionName: string | undefined): Record<string, string>[] {
  if (functionName === undefined) return [{}];
  return [{ FunctionName: functionName }, { FunctionName: functionName, Resource: functionName }];
}

function minuteOf({ minutes }: Scope, timestampMs: number): Minute {
  const minuteMs = timestampMs - (timestampMs % MINUTE_MS);
  const known = minutes.get(minuteMs);
  if (known) return known;
  const minute: Minute = {
    minuteMs,
    invocations: 0,
    errors: 0,
    throttles: 0,
    durationsMs: [],
    concurrency: [],
    unreserved: [],
  };
  minutes.set(minuteMs, minute);
  return minute;
}
