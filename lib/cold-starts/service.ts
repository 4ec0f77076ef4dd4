import "server-only";
import { type AnswerCache, createAnswerCache } from "@/lib/aws/answer-cache";
import { type FilteredLogEvents, filterLogEvents } from "@/lib/aws/cloudwatch-logs";
import { processState } from "@/lib/aws/process-state";
import { isAppError } from "@/lib/errors";
import { isOwnLogStream } from "@/lib/functions/own-log-stream";
import { type FunctionLimits, functionLimits } from "@/lib/functions/service";
import type { MetricWindow } from "@/lib/metrics/schema";
import { windowOfRange } from "@/lib/metrics/time-range";
import { parseReportLine } from "@/lib/runs/report-line";
import { coldStartStatistics, type TimedReport } from "./cold-start-statistics";
import type { ColdStarts } from "./schema";

/** A page holds up to 10,000 lines or 1 MB, or what AWS searched in its time. */
const MAX_PAGES = 20;
const TTL_MS = 30_000;
const LOCAL_TTL_MS = 3_000;
/** A REPORT is written when its invocation ends: lines of the window's last ones come after it. */
const REPORT_DELAY_MS = 10_000;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
const PATTERNS: Record<FunctionLimits["logFormat"], string> = {
  Text: 'REPORT "Init Duration"',
  JSON: '{ $.type = "platform.report" && $.record.metrics.initDurationMs = * }',
};

const answers = (): AnswerCache<ColdStarts> => processState("cold-starts", () => createAnswerCache<ColdStarts>({ maxEntries: 200 }));

/** Cold starts of one function over a range, read from its REPORT lines: no metric of AWS/Lambda has them. */
export async function coldStarts(connectionId: string, region: string, name: string, range: string): Promise<ColdStarts> {
  const limits = await functionLimits(connectionId, region, name);
  const window = windowOfRange(range, Date.now(), limits.timeoutMs);
  const key = [connectionId, region, name, window.startMs, window.endMs].join(" ");
  const ttlMs = connectionId === "local" ? LOCAL_TTL_MS : TTL_MS;
  return answers().get(key, { ttlMs }, () => readColdStarts({ connectionId, region }, name, limits, window));
}

async function readColdStarts(target: { connectionId: string; region: string }, name: string, limits: FunctionLimits, window: MetricWindow): Promise<ColdStarts> {
  const { logGroup, logFormat, timeoutMs } = limits;
  const found = await readLog(target, logGroup, PATTERNS[logFormat], { startMs: window.startMs, endMs: window.endMs + timeoutMs + REPORT_DELAY_MS });
  const reports = (found?.events ?? []).flatMap(({ timestampMs, message, logStream }): TimedReport[] => {
    const report = isOwnLogStream(logStream, name) ? parseReportLine(message) : undefined;
    return report ? [{ timestampMs, report }] : [];
  });
  const complete = found?.complete ?? true;
  return {
    window,
    ...coldStartStatistics(reports, window),
    source: found ? `REPORT lines of ${logGroup}` : `The log group ${logGroup} does not exist: nothing has been logged yet.`,
    complete,
    ...(complete ? {} : { readUntilMs: found?.events.at(-1)?.timestampMs ?? window.startMs }),
    loadedAtMs: Date.now(),
  };
}

/** undefined when there is no log group: the first environment that logs makes it. */
async function readLog(
  target: { connectionId: string; region: string },
  logGroup: string,
  pattern: string,
  span: { startMs: number; endMs: number },
): Promise<FilteredLogEvents | undefined> {
  try {
    return await filterLogEvents(target, { logGroup, pattern, ...span, maxPages: MAX_PAGES });
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return undefined;
    throw error;
  }
}
