import type { Clock } from "../clock.ts";
import type { LogGroup, LogStream } from "../telemetry/log-directory.ts";
import type { TelemetryStore } from "../telemetry/open-telemetry.ts";
import { groupNameOf } from "./log-arn.ts";
import { constraint, type Members } from "./members.ts";
import { invalidParameter, noSuchGroup, noSuchStream } from "./logs-error.ts";

/** What an operation works on. */
export interface LogsContext {
  telemetry: TelemetryStore;
  clock: Clock;
  region: string;
}

/** One operation: answers the members of the response or throws a `ServiceError`. */
export type LogsOperation = (context: LogsContext, members: Members) => object | Promise<object>;

/** The group that `logGroupName` (or, where the operation knows it, `logGroupIdentifier`) names. */
export function requestedGroup({ telemetry, region }: LogsContext, members: Members): LogGroup {
  const name = members.text("logGroupName");
  const identifier = members.text("logGroupIdentifier");
  if (name !== undefined && identifier !== undefined) {
    throw invalidParameter("LogGroup name and LogGroup identifier are mutually exclusive parameters.");
  }
  const given = name ?? identifier;
  if (given === undefined) throw constraint(null, "logGroupName", "Member must not be null");
  const group = telemetry.logs.group(region, groupNameOf(given));
  if (!group) throw noSuchGroup();
  return group;
}

/** The stream that `logStreamName` names. */
export function requestedStream({ telemetry }: LogsContext, group: LogGroup, members: Members): LogStream {
  const stream = telemetry.logs.stream(group.id, members.requiredText("logStreamName"));
  if (!stream) throw noSuchStream();
  return stream;
}
