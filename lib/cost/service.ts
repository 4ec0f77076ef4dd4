import "server-only";
import { createAnswerCache } from "@/lib/aws/answer-cache";
import { getMetricData, type MetricQuery } from "@/lib/aws/cloudwatch";
import { filterLogEvents } from "@/lib/aws/cloudwatch-logs";
import { processState } from "@/lib/aws/process-state";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection } from "@/lib/connections/service";
import { isAppError } from "@/lib/errors";
import type { FunctionSummary } from "@/lib/functions/schema";
import { listFunctions } from "@/lib/functions/service";
import { alignUp, type CostPeriod, costPeriod } from "./cost-period";
import { buildCostReport } from "./cost-report";
import type { FunctionUsage } from "./function-cost";
import { INIT_PATTERN, type InitLedger, newInitLedger, readOnward } from "./init-ledger";
import { completeInit, type UsageBucket } from "./init-usage";
import type { CostReport } from "./schema";

const LOCAL_TTL_MS = 60_000;
/** With a region or an INIT missing: what is mended in the account should show soon, at little cost. */
const PROBLEM_TTL_MS = 30_000;
const INIT_MISSING_TTL_MS = 5 * 60_000;
/** Pages of one function's log in one report; the next report reads on from there. */
const LOG_PAGES = 20;
/** FilterLogEvents is limited to a few calls a second for each account and region. */
const LOGS_AT_ONCE = 3;
/** After this the report goes out with what was read; the rest is read for the next one. */
const LOG_BUDGET_MS = 20_000;

const reports = () => processState("cost-reports", () => createAnswerCache<CostReport>({ maxEntries: 50 }));
const ledgers = () => processState("init-ledgers", () => new Map<string, InitLedger>());

/**
 * Cost of every function of the regions (of the connection's own when undefined) over `period`: `month` or a range.
 * One answer serves every viewer until CloudWatch has a new period; GetMetricData is billed by the metric, so the month
 * is asked once an hour. A region that cannot be read is a problem beside the others.
 */
export async function costReport(connectionId: string, period: string, regions?: readonly string[]): Promise<CostReport> {
  const connection = await requireConnection(connectionId);
  const asked = [...new Set(regions ?? connection.regions)].sort();
  const window = costPeriod(period, Date.now());
  const ttlMs = connection.kind === "local" ? LOCAL_TTL_MS : (report: CostReport) => Math.min(window.periodSeconds * 1_000, patienceMs(report));
  // A new month is a new question, even while the old answer is fresh.
  const key = [connectionId, period, ...asked, window.kind === "month" ? window.startMs : ""].join(" ");
  return reports().get(key, { ttlMs }, () => loadReport(connectionId, asked, window));
}

function patienceMs({ problems, functions }: CostReport): number {
  if (problems.length > 0) return PROBLEM_TTL_MS;
  return functions.some(({ requests, initGbSeconds }) => requests > 0 && initGbSeconds === undefined) ? INIT_MISSING_TTL_MS : Infinity;
}

async function loadReport(connectionId: string, regions: readonly string[], period: CostPeriod): Promise<CostReport> {
  const list = await listFunctions(connectionId, regions);
  const parts = await Promise.all(
    regions.map((region) => usageOfRegion({ connectionId, region }, list.functions.filter((entry) => entry.region === region), period)),
  );
  const listed = new Set(list.functions.map(({ region }) => region));
  return buildCostReport({
    period,
    usages: parts.flatMap(({ usages }) => usages),
    problems: [...list.problems.filter(({ region }) => !listed.has(region)), ...parts.flatMap(({ problems }) => problems)].map(
      ({ region, message, iamAction }) => ({ region, message, iamAction }),
    ),
    loadedAtMs: Date.now(),
  });
}

interface RegionUsage {
  usages: FunctionUsage[];
  problems: CostReport["problems"];
}

async function usageOfRegion(target: AwsTarget, functions: readonly FunctionSummary[], period: CostPeriod): Promise<RegionUsage> {
  if (functions.length === 0) return { usages: [], problems: [] };
  try {
    const { buckets, partial } = await readBuckets(target, functions, period);
    const usages = functions.map((entry, index): FunctionUsage => ({ ...entry, buckets: buckets[index] ?? [] }));
    await addInits(target, usages, period);
    const message = "CloudWatch answered only a part of the metrics: the figures of this region are too low.";
    return { usages, problems: partial ? [{ region: target.region, message }] : [] };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { usages: [], problems: [{ region: target.region, message: error.message, iamAction: error.details.iamAction }] };
  }
}

/** Invocations and Duration of each function, bucket by bucket. */
async function readBuckets(target: AwsTarget, functions: readonly FunctionSummary[], period: CostPeriod): Promise<{ buckets: UsageBucket[][]; partial: boolean }> {
  const { startMs, endMs, periodSeconds } = period;
  const queries = functions.flatMap(({ name }, index): MetricQuery[] =>
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
  const buckets = functions.map((_, index) => {
    const durations = new Map(series.get(`duration${index}`)?.map(({ timestampMs, value }) => [timestampMs, value]));
    return (series.get(`invocations${index}`) ?? []).map(({ timestampMs, value }) => ({ timestampMs, requests: value, durationMs: durations.get(timestampMs) ?? 0 }));
  });
  return { buckets, partial };
}

/** Reads the logs of the functions that ran, a few at a time, those read least so far first. */
async function addInits(target: AwsTarget, usages: readonly FunctionUsage[], period: CostPeriod): Promise<void> {
  const deadlineMs = Date.now() + LOG_BUDGET_MS;
  const queue = usages
    .filter(({ buckets }) => buckets.length > 0)
    .map((usage) => ({ usage, ledger: ledgerOf(target, usage.name, period) }))
    .sort((a, b) => a.ledger.settledThroughMs - b.ledger.settledThroughMs);
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const inTime = Date.now() < deadlineMs;
      Object.assign(next.usage, await initOf(target, next.usage, next.ledger, period, inTime));
    }
  };
  await Promise.all(Array.from({ length: LOGS_AT_ONCE }, worker));
}

function ledgerKey({ connectionId, region }: AwsTarget, name: string, { startMs }: CostPeriod): string {
  return [connectionId, region, name, startMs].join(" ");
}

function ledgerOf(target: AwsTarget, name: string, period: CostPeriod): InitLedger {
  return ledgers().get(ledgerKey(target, name, period)) ?? newInitLedger(period.startMs);
}

/** Only the month's ledgers are kept: a range is another window the next time. Those of past months go. */
function keepLedger(target: AwsTarget, name: string, period: CostPeriod, ledger: InitLedger): void {
  if (period.kind !== "month") return;
  const kept = ledgers();
  for (const key of kept.keys()) if (!key.endsWith(` ${period.startMs}`)) kept.delete(key);
  kept.set(ledgerKey(target, name, period), ledger);
}

async function initOf(
  target: AwsTarget,
  { name, buckets }: FunctionUsage,
  ledger: InitLedger,
  period: CostPeriod,
  inTime: boolean,
): Promise<Pick<FunctionUsage, "init" | "initProblem">> {
  try {
    const slice = inTime ? await readLog(target, name, ledger, period) : { events: [], complete: false, endMs: period.endMs };
    const read = readOnward(ledger, slice, Date.now());
    keepLedger(target, name, period, read.ledger);
    const init = completeInit(read.reading, buckets, period.endMs);
    return init ? { init } : { initProblem: "the log is too long for the time that a report has" };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const missing = error.code === "not_found";
    return { initProblem: missing ? `there is no log group ${logGroupOf(name)}` : lowerFirst(error.message.replace(/\.$/, "")) };
  }
}

async function readLog(target: AwsTarget, name: string, ledger: InitLedger, { endMs }: CostPeriod) {
  // The end is inclusive in CloudWatch Logs.
  const filter = { logGroup: logGroupOf(name), pattern: INIT_PATTERN, startMs: ledger.settledThroughMs, endMs: endMs - 1, maxPages: LOG_PAGES };
  return { ...(await filterLogEvents(target, filter)), endMs };
}

/** Where Lambda writes unless a function is configured otherwise. */
function logGroupOf(name: string): string {
  return `/aws/lambda/${name}`;
}

function lowerFirst(text: string): string {
  return `${text[0]?.toLowerCase() ?? ""}${text.slice(1)}`;
}
