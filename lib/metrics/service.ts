import "server-only";
import { type AnswerCache, createAnswerCache } from "@/lib/aws/answer-cache";
import { getMetricData, METRIC_QUERIES_PER_CALL, type MetricData } from "@/lib/aws/cloudwatch";
import { processState } from "@/lib/aws/process-state";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection } from "@/lib/connections/service";
import { isAppError } from "@/lib/errors";
import { functionLimits, listFunctions } from "@/lib/functions/service";
import { assembleFunctionMetrics, assembleRow, type RowSizing } from "./function-metrics";
import { functionMetricQueries, type LambdaMetricQuery, QUERIES_PER_ROW, rowMetricQueries, sparklinePeriodSeconds } from "./metric-data-queries";
import type { FunctionMetrics, FunctionRowMetrics, FunctionRowMetricsList, MetricWindow } from "./schema";
import { windowOfRange } from "./time-range";

interface Answer extends MetricData {
  loadedAtMs: number;
}

const MIN_TTL_MS = 15_000;
const MAX_TTL_MS = 5 * 60_000;
/** The local region's CloudWatch is free and has no delay. */
const LOCAL_TTL_MS = 3_000;
const ROWS_PER_CALL = Math.floor(METRIC_QUERIES_PER_CALL / QUERIES_PER_ROW);

const answers = (): AnswerCache<Answer> => processState("metric-answers", () => createAnswerCache<Answer>({ maxEntries: 500 }));

/** Metrics of one function over a range; several viewers of one window cost one call. */
export async function functionMetrics(connectionId: string, region: string, name: string, range: string): Promise<FunctionMetrics> {
  const target = { connectionId, region };
  const { timeoutMs, reservedConcurrency, reservedUnread, accountConcurrency } = await functionLimits(connectionId, region, name);
  const window = windowOfRange(range, Date.now(), timeoutMs);
  const { series, partial, loadedAtMs } = await ask(target, `function ${name}`, functionMetricQueries(name, window), window);
  const limits = { timeoutMs, reservedConcurrency, reservedUnread, accountConcurrency };
  return { ...assembleFunctionMetrics(series, window), limits, partial, loadedAtMs };
}

export interface FunctionKey {
  region: string;
  name: string;
}

/** Metrics of the list's visible rows, one call a region; a region that cannot be read is a problem beside the others. */
export async function functionRowMetrics(connectionId: string, functions: readonly FunctionKey[], range: string): Promise<FunctionRowMetricsList> {
  const nowMs = Date.now();
  const window = windowOfRange(range, nowMs);
  const regions = [...new Set(functions.map(({ region }) => region))];
  const sizings = await sizingsOf(connectionId, regions);
  const parts = await Promise.all(
    regions.map(async (region) => {
      const names = functions.filter((row) => row.region === region).map(({ name }) => name);
      try {
        return { rows: await regionRows({ connectionId, region }, names, window, nowMs, sizings), problems: [] };
      } catch (error) {
        if (!isAppError(error)) throw error;
        return { rows: [], problems: [{ region, message: error.message, iamAction: error.details.iamAction }] };
      }
    }),
  );
  return { window, rows: parts.flatMap(({ rows }) => rows), problems: parts.flatMap(({ problems }) => problems), loadedAtMs: nowMs };
}

async function regionRows(
  target: AwsTarget,
  names: readonly string[],
  window: MetricWindow,
  nowMs: number,
  sizings: ReadonlyMap<string, RowSizing>,
): Promise<FunctionRowMetrics[]> {
  const buckets = { ...window, periodSeconds: sparklinePeriodSeconds(window, nowMs) };
  const batches = Array.from({ length: Math.ceil(names.length / ROWS_PER_CALL) }, (_, index) => names.slice(index * ROWS_PER_CALL, (index + 1) * ROWS_PER_CALL));
  const rows = await Promise.all(
    batches.map(async (batch) => {
      const { series } = await ask(target, `rows ${batch.join(" ")}`, rowMetricQueries(batch, window, nowMs), window);
      return batch.map((name, index) => {
        const sizing = sizings.get(`${target.region}/${name}`);
        return assembleRow(series, { index, region: target.region, name, sizing }, buckets);
      });
    }),
  );
  return rows.flat();
}

/** Memory and architecture from the list, which is in memory when its rows are on screen. */
async function sizingsOf(connectionId: string, regions: readonly string[]): Promise<Map<string, RowSizing>> {
  const { functions } = await listFunctions(connectionId, regions);
  return new Map(functions.map((row) => [`${row.region}/${row.name}`, row]));
}

/** Kept until CloudWatch can have a new period, since the same window would answer the same. */
async function ask(target: AwsTarget, question: string, queries: LambdaMetricQuery[], window: MetricWindow): Promise<Answer> {
  const { kind } = await requireConnection(target.connectionId);
  const key = [target.connectionId, target.region, window.startMs, window.endMs, window.periodSeconds, question].join(" ");
  return answers().get(key, { ttlMs: kind === "local" ? LOCAL_TTL_MS : ttlOf(window) }, async () => ({ ...(await getMetricData(target, queries, window)), loadedAtMs: Date.now() }));
}

function ttlOf({ endMs }: MetricWindow): number {
  const untilNextPeriodMs = endMs - Date.now();
  // A window that ended a while ago does not change any more.
  if (untilNextPeriodMs < -MAX_TTL_MS) return MAX_TTL_MS;
  return Math.min(MAX_TTL_MS, Math.max(MIN_TTL_MS, untilNextPeriodMs));
}
