import type { MetricSample, MetricUnit } from "../../telemetry.ts";
import type { FunctionVersion } from "../function-version.ts";

/** Where a sample goes: the region as a whole, the function, and the function as it was named. */
export interface MetricScope {
  region: string;
  function: Readonly<Record<string, string>>;
  resource: Readonly<Record<string, string>>;
  /** Of aliases only: the alias with the version that ran. */
  executed?: Readonly<Record<string, string>>;
}

const WHOLE_REGION: Readonly<Record<string, string>> = {};

/**
 * `Resource` is the name, with the qualifier when the caller gave one other than `$LATEST`.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-view.html
 */
export function metricScope(version: FunctionVersion, invokedFunctionArn: string): MetricScope {
  const { region, functionName } = version;
  const Resource = resourceOf(functionName, invokedFunctionArn);
  const resource = { FunctionName: functionName, Resource };
  const isAlias = Resource !== functionName && Resource !== `${functionName}:${version.version}`;
  return {
    region,
    function: { FunctionName: functionName },
    resource,
    ...(isAlias ? { executed: { ...resource, ExecutedVersion: version.version } } : {}),
  };
}

/** The name that metrics have in their dimension `Resource`. */
export function resourceOf(functionName: string, invokedFunctionArn: string): string {
  const qualifier = invokedFunctionArn.split(":")[7];
  return qualifier === undefined || qualifier === "$LATEST" ? functionName : `${functionName}:${qualifier}`;
}

/** One value in each scope. `regionValue` and `resourceValue` when those differ from the function's. */
export function samplesOf(
  scope: MetricScope,
  timestampMs: number,
  metric: { name: string; unit: MetricUnit; value: number; regionValue?: number; resourceValue?: number },
): MetricSample[] {
  const { name, unit, value, regionValue = value, resourceValue = value } = metric;
  const base = { region: scope.region, namespace: "AWS/Lambda", name, unit, timestampMs };
  return [
    { ...base, dimensions: WHOLE_REGION, value: regionValue },
    { ...base, dimensions: scope.function, value },
    { ...base, dimensions: scope.resource, value: resourceValue },
    ...(scope.executed ? [{ ...base, dimensions: scope.executed, value: resourceValue }] : []),
  ];
}

export interface InvocationMeasurements {
  /** The invocation's start, epoch milliseconds. */
  startMs: number;
  durationMs: number;
  failed: boolean;
  concurrency: ConcurrencyReading;
}

/** Executions that ran when an invocation started, itself included. */
export interface ConcurrencyReading {
  /** Called by the same name or qualifier. */
  resource: number;
  function: number;
  region: number;
  /** `undefined` when the function has reserved concurrency. */
  unreserved: number | undefined;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
export function invocationSamples(scope: MetricScope, measured: InvocationMeasurements): MetricSample[] {
  const { startMs, durationMs, failed, concurrency } = measured;
  const samples = [
    ...samplesOf(scope, startMs, { name: "Invocations", unit: "Count", value: 1 }),
    ...samplesOf(scope, startMs, { name: "Errors", unit: "Count", value: failed ? 1 : 0 }),
    ...samplesOf(scope, startMs, { name: "Throttles", unit: "Count", value: 0 }),
    ...samplesOf(scope, startMs, { name: "Duration", unit: "Milliseconds", value: durationMs }),
    ...samplesOf(scope, startMs, {
      name: "ConcurrentExecutions",
      unit: "Count",
      value: concurrency.function,
      regionValue: concurrency.region,
      resourceValue: concurrency.resource,
    }),
  ];
  if (concurrency.unreserved !== undefined) {
    samples.push({
      region: scope.region,
      namespace: "AWS/Lambda",
      name: "UnreservedConcurrentExecutions",
      unit: "Count",
      timestampMs: startMs,
      dimensions: WHOLE_REGION,
      value: concurrency.unreserved,
    });
  }
  return samples;
}
