import { type LogPosition, startOf } from "../../telemetry/log-position.ts";
import { eventIdOf, positionOfEventId } from "../event-id.ts";
import { readEventPage } from "../event-page.ts";
import { type LogsOperation, requestedGroup, requestedStream } from "../logs-context.ts";
import { invalidNextToken } from "../logs-error.ts";

/** `f/…/s` goes forward from an event, `b/…/s` backward. */
const TOKEN = /^([fb])\/(\d{56})\/s$/;

/**
 * Events of one stream, oldest first in every page. At the end a page answers the token it was asked with.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 */
export const getLogEvents: LogsOperation = async (context, members) => {
  const limit = members.integer("limit", { min: 1, max: 10_000 }) ?? 10_000;
  const startMs = members.integer("startTime", { min: 0 }) ?? 0;
  const untilMs = members.integer("endTime", { min: 0 }) ?? Number.MAX_SAFE_INTEGER;
  const group = requestedGroup(context, members);
  const stream = requestedStream(context, group, members);
  const token = parseToken(members.text("nextToken"));
  const { logs } = context.telemetry;
  const fromMs = Math.max(startMs, logs.expiredBeforeMs(group));
  const newestFirst = token ? token.direction === "b" : !(members.flag("startFromHead") ?? false);

  const { events } = await readEventPage(
    logs,
    {
      groupId: group.id,
      streamIds: [stream.id],
      fromMs: Math.max(fromMs, stream.firstEventMs ?? fromMs),
      untilMs: Math.min(untilMs, (stream.lastEventMs ?? untilMs) + 1),
      newestFirst,
      containing: [],
      ...(token ? { after: token.position } : {}),
    },
    limit,
    () => true,
  );
  if (newestFirst) events.reverse();
  const nowhere = token?.position ?? startOf(fromMs);
  return {
    events: events.map(({ timestampMs, message, ingestionMs }) => ({
      timestamp: timestampMs,
      message,
      ingestionTime: ingestionMs,
    })),
    nextForwardToken: `f/${eventIdOf(events.at(-1) ?? nowhere)}/s`,
    nextBackwardToken: `b/${eventIdOf(events[0] ?? nowhere)}/s`,
  };
};

function parseToken(token: string | undefined): { direction: string; position: LogPosition } | undefined {
  if (token === undefined) return undefined;
  const [, direction = "", eventId = ""] = TOKEN.exec(token) ?? [];
  const position = positionOfEventId(eventId);
  if (!position) throw invalidNextToken();
  return { direction, position };
}
