/** What the invocation engine and the simulated history write; what CloudWatch and Logs read. */

export interface LogLine {
  timestampMs: number;
  /** Without a trailing newline unless AWS's own line has one. */
  message: string;
}

export type MetricUnit = "Count" | "Milliseconds" | "None";

/** One value of one metric. A metric is (region, AWS/Lambda, name, dimensions). */
export interface MetricSample {
  region: string;
  /** Always `AWS/Lambda` today. */
  namespace: string;
  name: string;
  /** For instance `{}`, `{ FunctionName: "checkout" }`, `{ FunctionName: "checkout", Resource: "checkout" }`. */
  dimensions: Readonly<Record<string, string>>;
  unit: MetricUnit;
  /** The *invocation's start*: CloudWatch stamps Lambda's metrics so. */
  timestampMs: number;
  value: number;
}

/** One minute of a metric that was aggregated elsewhere. */
export interface MetricMinute {
  /** Epoch milliseconds, a multiple of 60,000. */
  minuteMs: number;
  /** Value, how often it came, next value, and so on: statistics and percentiles are computed from them. */
  values: readonly number[];
}

/** Minutes of one metric, for simulated history. Two metrics that always agree may share the array. */
export interface MetricMinutes extends Omit<MetricSample, "timestampMs" | "value"> {
  minutes: readonly MetricMinute[];
}

/**
 * Durable when it returns: a process that is killed afterwards has lost nothing.
 * `write` puts log lines and metric samples into one transaction.
 */
export interface Telemetry {
  write(entry: {
    logs?: { region: string; logGroup: string; logStream: string; lines: readonly LogLine[] };
    samples?: readonly MetricSample[];
  }): void;
  /** Bulk load in one transaction, for history; much cheaper for a line than `write`. */
  load(entry: {
    logs?: readonly { region: string; logGroup: string; logStream: string; lines: readonly LogLine[] }[];
    metrics?: readonly MetricMinutes[];
  }): void;
  close(): void;
}
