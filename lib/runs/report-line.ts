/**
 * Reads the line that Lambda writes at the end of each invocation, in both log formats: `REPORT RequestId: …`
 * (text) and `platform.report` (JSON).
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
 * https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html#platform-report
 */

/** What AWS measured. A figure that the line does not carry is undefined, never 0. */
export interface ReportLine {
  requestId: string;
  durationMs: number;
  /** Since August 2025 with INIT: `ceil(duration + init)`. Absent on Managed Instances. */
  billedDurationMs?: number;
  memoryMb?: number;
  maxMemoryUsedMb?: number;
  /** Present = cold start. */
  initDurationMs?: number;
  /** Present = resumed from a SnapStart snapshot. */
  restoreDurationMs?: number;
  billedRestoreDurationMs?: number;
  /** `success`, `error`, `timeout` or `failure`; the text format leaves `success` out. */
  status?: string;
  /** For instance `Runtime.OutOfMemory`. */
  errorType?: string;
}

/** Parses one log event; undefined when it is not a REPORT. The X-Ray line that may follow in the same event is ignored. */
export function parseReportLine(message: string): ReportLine | undefined {
  if (message.startsWith("REPORT RequestId: ")) return parseTextReport(message);
  if (message.startsWith("{") && message.includes("platform.report")) return parseJsonReport(message);
  return undefined;
}

function parseTextReport(message: string): ReportLine | undefined {
  const [line = ""] = message.slice("REPORT ".length).split("\n", 1);
  const fields = new Map(
    line.split("\t").map((field): [string, string] => {
      const colon = field.indexOf(": ");
      return colon < 0 ? [field, ""] : [field.slice(0, colon), field.slice(colon + 2).trim()];
    }),
  );
  const requestId = fields.get("RequestId");
  const durationMs = quantity(fields.get("Duration"), "ms");
  if (!requestId || durationMs === undefined) return undefined;
  return {
    requestId,
    durationMs,
    billedDurationMs: quantity(fields.get("Billed Duration"), "ms"),
    memoryMb: quantity(fields.get("Memory Size"), "MB"),
    maxMemoryUsedMb: quantity(fields.get("Max Memory Used"), "MB"),
    initDurationMs: quantity(fields.get("Init Duration"), "ms"),
    restoreDurationMs: quantity(fields.get("Restore Duration"), "ms"),
    billedRestoreDurationMs: quantity(fields.get("Billed Restore Duration"), "ms"),
    status: fields.get("Status"),
    errorType: fields.get("Error Type"),
  };
}

function quantity(text: string | undefined, unit: "ms" | "MB"): number | undefined {
  const match = /^(\d+(?:\.\d+)?) (ms|MB)$/.exec(text ?? "");
  return match && match[2] === unit ? Number(match[1]) : undefined;
}

function parseJsonReport(message: string): ReportLine | undefined {
  const envelope = parseObject(message);
  const record = objectOf(envelope?.record);
  const metrics = objectOf(record?.metrics);
  const requestId = record?.requestId;
  const durationMs = numberOf(metrics?.durationMs);
  if (envelope?.type !== "platform.report" || typeof requestId !== "string" || durationMs === undefined) return undefined;
  return {
    requestId,
    durationMs,
    billedDurationMs: numberOf(metrics?.billedDurationMs),
    memoryMb: numberOf(metrics?.memorySizeMB),
    maxMemoryUsedMb: numberOf(metrics?.maxMemoryUsedMB),
    initDurationMs: numberOf(metrics?.initDurationMs),
    restoreDurationMs: numberOf(metrics?.restoreDurationMs),
    billedRestoreDurationMs: numberOf(metrics?.billedRestoreDurationMs),
    status: textOf(record?.status),
    errorType: textOf(record?.errorType),
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    // A tail may start or end inside a record, and a function may log anything that begins with a brace.
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
