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
  if (message.startsWith("REPORT RequestId: ")) return parsePlainReport(message) ?? parseTextReport(message);
  if (message.startsWith("{") && message.includes("platform.report")) return parseJsonReport(message);
  return undefined;
}

/** Labels of the text format, in AWS's order. */
const TEXT_FIELDS: readonly { label: string; key: keyof ReportLine; unit?: "ms" | "MB" }[] = [
  { label: "RequestId: ", key: "requestId" },
  { label: "Duration: ", key: "durationMs", unit: "ms" },
  { label: "Billed Duration: ", key: "billedDurationMs", unit: "ms" },
  { label: "Memory Size: ", key: "memoryMb", unit: "MB" },
  { label: "Max Memory Used: ", key: "maxMemoryUsedMb", unit: "MB" },
  { label: "Init Duration: ", key: "initDurationMs", unit: "ms" },
  { label: "Restore Duration: ", key: "restoreDurationMs", unit: "ms" },
  { label: "Billed Restore Duration: ", key: "billedRestoreDurationMs", unit: "ms" },
  { label: "Status: ", key: "status" },
  { label: "Error Type: ", key: "errorType" },
];

/** The form of nearly every line: five figures and perhaps INIT. One expression reads it several times faster than the fields do. */
const PLAIN =
  /^REPORT RequestId: (\S+)\tDuration: (\d+(?:\.\d+)?) ms\tBilled Duration: (\d+) ms\tMemory Size: (\d+) MB\tMax Memory Used: (\d+) MB\t?(?:Init Duration: (\d+(?:\.\d+)?) ms\t?)?\n?$/;

function parsePlainReport(message: string): ReportLine | undefined {
  const match = PLAIN.exec(message);
  if (!match) return undefined;
  const initMs = match[6];
  return {
    requestId: match[1] ?? "",
    durationMs: Number(match[2]),
    billedDurationMs: Number(match[3]),
    memoryMb: Number(match[4]),
    maxMemoryUsedMb: Number(match[5]),
    initDurationMs: initMs === undefined ? undefined : Number(initMs),
  };
}

const DOT = 46;
const ZERO = 48;

function parseTextReport(message: string): ReportLine | undefined {
  const lineEnd = message.indexOf("\n");
  const end = lineEnd < 0 ? message.length : lineEnd;
  const found: Partial<Record<keyof ReportLine, string | number>> = {};
  let expected = 0;
  for (let at = "REPORT ".length; at < end; ) {
    const tab = message.indexOf("\t", at);
    const stop = tab < 0 || tab > end ? end : tab;
    const index = fieldAt(message, at, expected);
    const field = TEXT_FIELDS[index];
    if (field) {
      expected = index + 1;
      const value = field.unit ? quantity(message, at + field.label.length, stop, field.unit) : message.slice(at + field.label.length, stop).trim();
      if (value !== undefined) found[field.key] = value;
    }
    at = stop + 1;
  }
  return found.requestId && found.durationMs !== undefined ? (found as unknown as ReportLine) : undefined;
}

/** Index of the label that stands here. Fields come in AWS's order, so the search begins behind the last one found. */
function fieldAt(message: string, at: number, expected: number): number {
  for (let step = 0; step < TEXT_FIELDS.length; step += 1) {
    const index = (expected + step) % TEXT_FIELDS.length;
    if (message.startsWith(TEXT_FIELDS[index]?.label ?? "", at)) return index;
  }
  return -1;
}

/** `88.21 ms` or `512 MB` between two places; undefined when it is anything else. */
function quantity(message: string, from: number, to: number, unit: "ms" | "MB"): number | undefined {
  let stop = to;
  while (message[stop - 1] === " ") stop -= 1;
  if (!message.startsWith(unit, stop - 2) || message[stop - 3] !== " ") return undefined;
  const digitsEnd = stop - 3;
  let digits = 0;
  let scale = 0;
  for (let at = from; at < digitsEnd; at += 1) {
    const code = message.charCodeAt(at);
    if (code === DOT && scale === 0 && at > from && at < digitsEnd - 1) {
      scale = 1;
      continue;
    }
    if (code < ZERO || code > ZERO + 9) return undefined;
    digits = digits * 10 + (code - ZERO);
    if (scale > 0) scale *= 10;
  }
  if (digitsEnd <= from) return undefined;
  // Two whole numbers divided give the same double as the text would.
  return scale > 0 ? digits / scale : digits;
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
