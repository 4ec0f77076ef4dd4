import "server-only";
import { FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { callAws } from "./call";
import { type AwsTarget, logsClient } from "./clients";

export interface LogFilter {
  logGroup: string;
  /** Only of this stream. */
  logStream?: string;
  /** CloudWatch's filter pattern. */
  pattern?: string;
  /** Both inclusive, as in AWS's API. */
  startMs?: number;
  endMs?: number;
  /** Pages read at most: each may be empty and still have a successor. */
  maxPages: number;
  signal?: AbortSignal;
}

export interface LogEvent {
  timestampMs: number;
  message: string;
  logStream: string;
}

export interface FilteredLogEvents {
  events: LogEvent[];
  /** false when there were more pages than `maxPages`. */
  complete: boolean;
}

/** FilterLogEvents, oldest first. A log group that does not exist answers `not_found`. */
export async function filterLogEvents(target: AwsTarget, filter: LogFilter): Promise<FilteredLogEvents> {
  const client = await logsClient(target);
  const call = { target, service: "logs", operation: "FilterLogEvents", resource: `the log group ${filter.logGroup}`, signal: filter.signal } as const;
  const events: LogEvent[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < filter.maxPages; page += 1) {
    const command = new FilterLogEventsCommand({
      logGroupName: filter.logGroup,
      logStreamNames: filter.logStream === undefined ? undefined : [filter.logStream],
      filterPattern: filter.pattern,
      startTime: filter.startMs,
      endTime: filter.endMs,
      nextToken,
    });
    const answer = await callAws(call, (abortSignal) => client.send(command, { abortSignal }));
    for (const { timestamp, message, logStreamName } of answer.events ?? []) {
      events.push({ timestampMs: timestamp ?? 0, message: message ?? "", logStream: logStreamName ?? "" });
    }
    nextToken = answer.nextToken;
    if (!nextToken) return { events, complete: true };
  }
  return { events, complete: false };
}
