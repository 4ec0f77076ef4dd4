import type { LogGroup } from "../../telemetry/log-directory.ts";
import type { LogPosition } from "../../telemetry/log-position.ts";
import { eventIdOf } from "../event-id.ts";
import { readEventPage } from "../event-page.ts";
import { type FilterPattern, FilterPatternError } from "../filter-pattern/filter-pattern.ts";
import { parseFilterPattern } from "../filter-pattern/parse-filter-pattern.ts";
import { type LogsContext, type LogsOperation, requestedGroup } from "../logs-context.ts";
import { invalidParameter, noSuchStream } from "../logs-error.ts";
import { constraint, type Members } from "../members.ts";
import { pageToken, positionOf } from "../page-token.ts";

/**
 * Events of a group that match a pattern, interleaved by time; `endTime` is inclusive here.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export const filterLogEvents: LogsOperation = async (context, members) => {
  const limit = members.integer("limit", { min: 1, max: 10_000 }) ?? 10_000;
  const startMs = members.integer("startTime", { min: 0 }) ?? 0;
  const endMs = members.integer("endTime", { min: 0 }) ?? Number.MAX_SAFE_INTEGER - 1;
  const newestFirst = members.flag("startFromHead") === false;
  const patternText = members.text("filterPattern") ?? "";
  const pattern = parsedPattern(patternText);
  const group = requestedGroup(context, members);
  const { logs } = context.telemetry;
  const streamNames = requestedStreams(context, group, members);

  const names = members.texts("logStreamNames");
  const prefix = members.text("logStreamNamePrefix");
  const question = ["events", context.region, group.name, startMs, endMs, newestFirst, patternText, names, prefix];
  const after = startingAfter(members, question);
  const page = await readEventPage(
    logs,
    {
      groupId: group.id,
      ...(names || prefix !== undefined ? { streamIds: [...streamNames.keys()] } : {}),
      fromMs: Math.max(startMs, logs.expiredBeforeMs(group)),
      untilMs: endMs + 1,
      newestFirst,
      containing: pattern.containing,
      ...(after ? { after } : {}),
    },
    limit,
    (event) => pattern.matches(event.message),
  );
  return {
    events: page.events.map((event) => ({
      logStreamName: streamNames.get(event.streamId),
      timestamp: event.timestampMs,
      message: event.message,
      ingestionTime: event.ingestionMs,
      eventId: eventIdOf(event),
    })),
    searchedLogStreams: [],
    ...(page.resume ? { nextToken: pageToken(question, tokenParts(page.resume)) } : {}),
  };
};

function parsedPattern(text: string): FilterPattern {
  if (text.length > 1024) {
    throw constraint(text, "filterPattern", "Member must have length less than or equal to 1024");
  }
  try {
    return parseFilterPattern(text);
  } catch (error) {
    if (error instanceof FilterPatternError) throw invalidParameter(`Invalid filter pattern: ${error.message}`);
    throw error;
  }
}

/** Id to name of the streams that are searched. */
function requestedStreams({ telemetry }: LogsContext, group: LogGroup, members: Members): Map<number, string> {
  const names = members.texts("logStreamNames");
  const prefix = members.text("logStreamNamePrefix");
  if (names && prefix !== undefined) {
    throw invalidParameter("LogStreamNames and LogStreamNamePrefix are mutually exclusive parameters.");
  }
  if (names && (names.length === 0 || names.length > 100)) {
    throw invalidParameter("LogStreamNames must have between 1 and 100 names.");
  }
  const streams = telemetry.logs.streams(group.id);
  const idByName = new Map(streams.map((stream) => [stream.name, stream.id]));
  if (names?.some((name) => !idByName.has(name))) throw noSuchStream();
  const wanted = names ? new Set(names) : undefined;
  return new Map(
    streams
      .filter(({ name }) => (wanted ? wanted.has(name) : name.startsWith(prefix ?? "")))
      .map((stream) => [stream.id, stream.name]),
  );
}

function tokenParts({ timestampMs, chunkId, index }: LogPosition): number[] {
  return [timestampMs, chunkId, index];
}

function startingAfter(members: Members, question: readonly unknown[]): LogPosition | undefined {
  const token = members.text("nextToken");
  if (token === undefined) return undefined;
  const [timestampMs, chunkId, index] = positionOf(question, token).map(Number);
  return { timestampMs: timestampMs ?? 0, chunkId: chunkId ?? 0, index: index ?? 0 };
}
