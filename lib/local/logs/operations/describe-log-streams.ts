import type { LogStream } from "../../telemetry/log-directory.ts";
import { logStreamArn } from "../log-arn.ts";
import { type LogsOperation, requestedGroup } from "../logs-context.ts";
import { invalidParameter } from "../logs-error.ts";
import { pageToken, positionOf } from "../page-token.ts";

/** A stream's place in the chosen order. */
type SortKey = readonly [lastEventMs: number, name: string];

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html */
export const describeLogStreams: LogsOperation = (context, members) => {
  const group = requestedGroup(context, members);
  const prefix = members.text("logStreamNamePrefix") ?? "";
  const orderBy = members.choice("orderBy", ["LogStreamName", "LastEventTime"]) ?? "LogStreamName";
  if (orderBy === "LastEventTime" && prefix !== "") {
    throw invalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
  }
  const descending = members.flag("descending") ?? false;
  const limit = members.integer("limit", { min: 1, max: 50 }) ?? 50;
  const token = members.text("nextToken");

  const keyOf = (stream: LogStream): SortKey =>
    orderBy === "LastEventTime" ? [stream.lastEventMs ?? 0, stream.name] : [0, stream.name];
  const compare = (a: SortKey, b: SortKey): number => compareKeys(a, b) * (descending ? -1 : 1);
  const question = ["streams", context.region, group.name, prefix, orderBy, descending];
  const after = token === undefined ? undefined : (positionOf(question, token) as unknown as SortKey);

  const found = context.telemetry.logs
    .streams(group.id)
    .filter((stream) => stream.name.startsWith(prefix))
    .filter((stream) => !after || compare(keyOf(stream), after) > 0)
    .sort((a, b) => compare(keyOf(a), keyOf(b)));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    logStreams: page.map((stream) => described(stream, logStreamArn(context.region, group.name, stream.name))),
    ...(last && found.length > limit ? { nextToken: pageToken(question, keyOf(last)) } : {}),
  };
};

function compareKeys([aMs, aName]: SortKey, [bMs, bName]: SortKey): number {
  if (aMs !== bMs) return aMs - bMs;
  if (aName === bName) return 0;
  return aName < bName ? -1 : 1;
}

/** A stream without events has no times; `storedBytes` has been 0 since June 2019. */
function described(stream: LogStream, arn: string): object {
  return {
    logStreamName: stream.name,
    creationTime: stream.createdMs,
    ...(stream.firstEventMs === null ? {} : { firstEventTimestamp: stream.firstEventMs }),
    ...(stream.lastEventMs === null ? {} : { lastEventTimestamp: stream.lastEventMs }),
    ...(stream.lastIngestionMs === null ? {} : { lastIngestionTime: stream.lastIngestionMs }),
    arn,
    storedBytes: 0,
  };
}
