import type { LogLine } from "../../telemetry.ts";
import { type LogsContext, type LogsOperation, requestedGroup, requestedStream } from "../logs-context.ts";
import { invalidParameter } from "../logs-error.ts";
import { constraint, type Members, membersOf } from "../members.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_BATCH_BYTES = 1_048_576;
const EVENT_OVERHEAD_BYTES = 26;

/**
 * Events must be in order; those too old or too far ahead are rejected, the others stored.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html
 */
export const putLogEvents: LogsOperation = (context, members) => {
  const lines = requestedLines(members);
  const group = requestedGroup(context, members);
  const stream = requestedStream(context, group, members);
  const { from, until, rejected } = acceptedRange(context, lines);
  if (until > from) {
    context.telemetry.write({
      logs: { region: group.region, logGroup: group.name, logStream: stream.name, lines: lines.slice(from, until) },
    });
  }
  return {
    nextSequenceToken: String(stream.id).padStart(56, "0"),
    ...(rejected ? { rejectedLogEventsInfo: rejected } : {}),
  };
};

function requestedLines(members: Members): LogLine[] {
  const events = members.objects("logEvents");
  if (!events) throw constraint(null, "logEvents", "Member must not be null");
  if (events.length < 1 || events.length > 10_000) {
    throw invalidParameter("A batch has between 1 and 10000 log events.");
  }
  const lines = events.map((event) => {
    const eventMembers = membersOf(event);
    const timestampMs = eventMembers.integer("timestamp", { min: 0 });
    if (timestampMs === undefined) throw constraint(null, "logEvents.timestamp", "Member must not be null");
    return { timestampMs, message: eventMembers.requiredText("message") };
  });
  if (lines.some((line, index) => index > 0 && line.timestampMs < lines[index - 1]!.timestampMs)) {
    throw invalidParameter("Log events in a single PutLogEvents request must be in chronological order.");
  }
  const sizeBytes = lines.reduce((sum, { message }) => sum + Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES, 0);
  if (sizeBytes > MAX_BATCH_BYTES) {
    throw invalidParameter(`Upload too large: ${sizeBytes} bytes exceeds limit of ${MAX_BATCH_BYTES}`);
  }
  if (lines.at(-1)!.timestampMs - lines[0]!.timestampMs > DAY_MS) {
    throw invalidParameter("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
  }
  return lines;
}

interface AcceptedRange {
  from: number;
  until: number;
  rejected: { tooOldLogEventEndIndex?: number; tooNewLogEventStartIndex?: number } | undefined;
}

function acceptedRange({ clock }: LogsContext, lines: readonly LogLine[]): AcceptedRange {
  const nowMs = clock.now();
  const recent = lines.findIndex((line) => line.timestampMs >= nowMs - 14 * DAY_MS);
  const ahead = lines.findIndex((line) => line.timestampMs > nowMs + 2 * HOUR_MS);
  const from = recent === -1 ? lines.length : recent;
  const until = ahead === -1 ? lines.length : ahead;
  if (from === 0 && until === lines.length) return { from, until, rejected: undefined };
  return {
    from,
    until,
    rejected: {
      ...(from > 0 ? { tooOldLogEventEndIndex: from } : {}),
      ...(until < lines.length ? { tooNewLogEventStartIndex: until } : {}),
    },
  };
}
