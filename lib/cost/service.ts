import "server-only";
import { createAnswerCache } from "@/lib/aws/answer-cache";
import { getMetricData, type MetricQuery } from "@/lib/aws/cloudwatch";
import { filterLogEvents } from "@/lib/aws/cloudwatch-logs";
import { processState } from "@/lib/aws/process-state";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection } from "@/lib/connections/service";
import { isAppError } from "@/lib/errors";
import { isOwnLogStream } from "@/lib/functions/own-log-stream";
import type { FunctionSummary } from "@/lib/functions/schema";
import { listFunctions } from "@/lib/functions/service";
import { alignUp, type CostPeriod, costPeriod, DAY_MS } from "./cost-period";
import { buildCostReport } from "./cost-report";
import type { FunctionUsage } from "./function-cost";
import { INIT_PATTERN, type InitLedger, LATE_LINES_MS, newInitLedger, readOnward } from "./init-ledger";
import { completeInit, type InitReading, type UsageBucket } from "./init-usage";
import type { CostReport } from "./schema";

const LOCAL_TTL_MS = 60_000;
/** With a region missing: what is mended in the account should show soon, at little cost. */
const PROBLEM_TTL_MS = 30_000;
const INIT_PENDING_TTL_MS = 2_000;
/** FilterLogEvents is limited to a few calls a second for each account and region. */
const LOGS_AT_ONCE = 3;
/** After this the report goes out with what was read; the next one reads on. */
const LOG_BUDGET_MS = 3_000;
const PAGES_PER_SLICE = 20;
const SLICE_DEADLINE_MS = 6_000;
/** A slice that is read faster than this is followed by one twice as long. */
const QUICK_SLICE_MS = 300;
/** A log that could not be read is tried again after this. */
const LOG_PROBLEM_TTL_MS = 5 * 60_000;
const KEPT_LOG_READS = 5_000;

const reports = () => processState("cost-reports", () => createAnswerCache<CostReport>({ maxEntries: 50 }));
const regionBuckets = () => processState("cost-buckets", () => createAnswerCache<RegionBuckets>({ maxEntries: 200 }));
const logReads = () => processState("init-log-reads", () => new Map<string, LogRead>());

/**
 * Cost of every function of the regions (of the connection's own when undefined) over `period`: `month` or a range.
 * One answer serves every viewer until CloudWatch has a new period; GetMetricData is billed by the metric, so the month
 * is asked once an hour. Logs are read for INIT a few seconds at a time: until they are read whole INIT is an estimate and
 * `initPending` is true. A region that cannot be read is a problem beside the others.
 */
export async function costReport(connectionId: string, period: string, regions?: readonly string[]): Promise<CostReport> {
  const connection = await requireConnection(connectionId);
  const asked = [...new Set(regions ?? connection.regions)].sort();
  const window = costPeriod(period, Date.now());
  const question: Question = { connectionId, period: window, metricsTtlMs: connection.kind === "local" ? LOCAL_TTL_MS : window.periodSeconds * 1_000 };
  // A new month is a new question, even while the old answer is fresh.
  const key = [connectionId, period, ...asked, window.kind === "month" ? window.startMs : ""].join(" ");
  const ttlMs = (report: CostReport) => Math.min(question.metricsTtlMs, patienceMs(report));
  return reports().get(key, { ttlMs }, () => loadReport(question, asked));
}

interface Question {
  connectionId: string;
  period: CostPeriod;
  metricsTtlMs: number;
}

function patienceMs({ problems, initPending }: CostReport): number {
  if (initPending) return INIT_PENDING_TTL_MS;
  return problems.length > 0 ? PROBLEM_TTL_MS : Infinity;
}

async function loadReport(question: Question, regions: readonly string[]): Promise<CostReport> {
  const list = await listFunctions(question.connectionId, regions);
  const parts = await Promise.all(regions.map((region) => usageOfRegion(question, region, list.functions.filter((entry) => entry.region === region))));
  const listed = new Set(list.functions.map(({ region }) => region));
  const problems = [...list.problems.filter(({ region }) => !listed.has(region)), ...parts.flatMap((part) => part.problems)];
  return buildCostReport({
    period: question.period,
    usages: parts.flatMap(({ usages }) => usages),
    problems: problems.map(({ region, message, iamAction }) => ({ region, message, iamAction })),
    initPending: parts.some(({ initPending }) => initPending),
    loadedAtMs: Date.now(),
  });
}

interface RegionUsage {
  usages: FunctionUsage[];
  problems: CostReport["problems"];
  initPending: boolean;
}

async function usageOfRegion(question: Question, region: string, functions: readonly FunctionSummary[]): Promise<RegionUsage> {
  if (functions.length === 0) return { usages: [], problems: [], initPending: false };
  const { period, connectionId, metricsTtlMs } = question;
  const target = { connectionId, region };
  try {
    const names = functions.map(({ name }) => name);
    // The month's end is now: only its start names the window.
    const key = [connectionId, region, period.kind, period.startMs, period.kind === "month" ? "" : period.endMs, ...names].join(" ");
    const { buckets, partial } = await regionBuckets().get(key, { ttlMs: metricsTtlMs }, () => readBuckets(target, names, period));
    const usages = functions.map((entry): FunctionUsage => ({ ...entry, buckets: buckets.get(entry.name) ?? [] }));
    const initPending = await addInits(target, usages, question);
    const message = "CloudWatch answered only a part of the metrics: the figures of this region are too low.";
    return { usages, problems: partial ? [{ region, message }] : [], initPending };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { usages: [], problems: [{ region, message: error.message, iamAction: error.details.iamAction }], initPending: false };
  }
}

interface RegionBuckets {
  buckets: Map<string, UsageBucket[]>;
  partial: boolean;
}

/** Invocations and Duration of each function, bucket by bucket. */
async function readBuckets(target: AwsTarget, names: readonly string[], { startMs, endMs, periodSeconds }: CostPeriod): Promise<RegionBuckets> {
  const queries = names.flatMap((name, index): MetricQuery[] =>
    (["Invocations", "Duration"] as const).map((metricName) => ({
      id: `${metricName.toLowerCase()}${index}`,
      namespace: "AWS/Lambda",
      metricName,
      dimensions: { FunctionName: name },
      statistic: "Sum",
      periodSeconds,
    })),
  );
  const { series, partial } = await getMetricData(target, queries, { startMs, endMs: alignUp(endMs, periodSeconds) });
  const buckets = names.map((name, index): [string, UsageBucket[]] => {
    const durations = new Map(series.get(`duration${index}`)?.map(({ timestampMs, value }) => [timestampMs, value]));
    const invocations = series.get(`invocations${index}`) ?? [];
    return [name, invocations.map(({ timestampMs, value }) => ({ timestampMs, requests: value, durationMs: durations.get(timestampMs) ?? 0 }))];
  });
  return { buckets: new Map(buckets), partial };
}

/** How far a function's log has been read, kept from one report to the next. */
interface LogRead {
  key: string;
  ledger: InitLedger;
  reading: InitReading;
  sliceMs: number;
  problem?: string;
  /** When the end, or a problem, was reached. */
  finishedAtMs?: number;
}

/** Reads the logs of the functions that ran, a slice at a time, always the one read least so far. True when some is left. */
async function addInits(target: AwsTarget, usages: readonly FunctionUsage[], question: Question): Promise<boolean> {
  const { period } = question;
  const running = usages.filter(({ buckets }) => buckets.length > 0).map((usage) => ({ usage, read: resumeRead(target, usage.name, question) }));
  const waiting = new Set(running.filter(({ read }) => read.finishedAtMs === undefined));
  let deadlineMs = Date.now() + LOG_BUDGET_MS;
  const worker = async () => {
    while (waiting.size > 0 && Date.now() < deadlineMs) {
      const next = [...waiting].reduce((least, other) => (other.read.reading.readThroughMs < least.read.reading.readThroughMs ? other : least));
      waiting.delete(next);
      const outcome = await readSlice(target, next.usage, next.read, period);
      if (next.read.finishedAtMs === undefined) waiting.add(next);
      if (outcome === "throttled") deadlineMs = 0;
    }
  };
  await Promise.all(Array.from({ length: LOGS_AT_ONCE }, worker));
  for (const { usage, read } of running) {
    const init = read.problem ? undefined : completeInit(read.reading, usage.buckets, period.endMs);
    Object.assign(usage, init ? { init } : { initProblem: read.problem ?? "the log is still being read" });
  }
  return waiting.size > 0;
}

/** The read as the last report left it; one that was finished a while ago goes on from what is settled. */
function resumeRead({ connectionId, region }: AwsTarget, name: string, { period, metricsTtlMs }: Question): LogRead {
  const key = [connectionId, region, name, period.startMs].join(" ");
  const kept = logReads().get(key);
  if (!kept) return keepRead({ key, sliceMs: DAY_MS, ...readFrom(newInitLedger(period.startMs)) });
  if (kept.finishedAtMs === undefined) return kept;
  const ttlMs = kept.problem ? Math.min(metricsTtlMs, LOG_PROBLEM_TTL_MS) : metricsTtlMs;
  return Date.now() - kept.finishedAtMs < ttlMs ? kept : keepRead({ key, sliceMs: DAY_MS, ...readFrom(kept.ledger) });
}

function readFrom(ledger: InitLedger): Pick<LogRead, "ledger" | "reading"> {
  return { ledger, reading: { msByDay: ledger.msByDay, readThroughMs: ledger.settledThroughMs } };
}

function keepRead(read: LogRead): LogRead {
  const kept = logReads();
  kept.delete(read.key);
  kept.set(read.key, read);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_LOG_READS && oldest !== undefined) kept.delete(oldest);
  return read;
}

/** Reads on for one slice; the next one is longer after a quick one, shorter after one that was too long. */
async function readSlice(target: AwsTarget, { name, customLogGroup }: Pick<FunctionUsage, "name" | "customLogGroup">, read: LogRead, period: CostPeriod): Promise<"read" | "throttled"> {
  const startedAtMs = Date.now();
  const startMs = read.ledger.settledThroughMs;
  const endMs = Math.min(startMs + read.sliceMs, period.endMs);
  const logGroup = customLogGroup ?? `/aws/lambda/${name}`;
  try {
    const signal = AbortSignal.timeout(SLICE_DEADLINE_MS);
    // The end is inclusive in CloudWatch Logs.
    const found = await filterLogEvents(target, { logGroup, pattern: INIT_PATTERN, startMs, endMs: endMs - 1, maxPages: PAGES_PER_SLICE, signal });
    Object.assign(read, readOnward(read.ledger, { ...found, endMs, isOwn: ({ logStream }) => isOwnLogStream(logStream, name) }, Date.now()));
    if (read.reading.readThroughMs >= period.endMs) read.finishedAtMs = Date.now();
    else if (!found.complete) shorten(read);
    else if (Date.now() - startedAtMs < QUICK_SLICE_MS) read.sliceMs *= 2;
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === "throttled") return "throttled";
    if (error.code === "timeout") shorten(read);
    else fail(read, error.code === "not_found" ? missingLog(logGroup) : lowerFirst(error.message.replace(/\.$/, "")));
  }
  return "read";
}

function missingLog(logGroup: string): string {
  return `there is no log group ${logGroup}. Its role needs logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents; INIT counts from then on`;
}

const SHORTEST_SLICE_MS = LATE_LINES_MS * 2;

function shorten(read: LogRead): void {
  if (read.sliceMs <= SHORTEST_SLICE_MS) fail(read, "its log is too dense to be read");
  read.sliceMs = Math.max(SHORTEST_SLICE_MS, read.sliceMs / 8);
}

function fail(read: LogRead, problem: string): void {
  Object.assign(read, { problem, finishedAtMs: Date.now() });
}

function lowerFirst(text: string): string {
  return `${text[0]?.toLowerCase() ?? ""}${text.slice(1)}`;
}
