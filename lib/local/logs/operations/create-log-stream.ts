import { type LogsOperation, requestedGroup } from "../logs-context.ts";
import { alreadyExists, invalidParameter } from "../logs-error.ts";
import { constraint } from "../members.ts";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html */
export const createLogStream: LogsOperation = (context, members) => {
  const name = members.requiredText("logStreamName");
  if (name.length > 512) {
    throw invalidParameter("Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
  }
  if (/[:*]/.test(name)) {
    throw constraint(name, "logStreamName", "Member must satisfy regular expression pattern: [^:*]*");
  }
  const { logs } = context.telemetry;
  const group = requestedGroup(context, members);
  if (logs.stream(group.id, name)) throw alreadyExists("stream");
  logs.createStream(group.id, name, context.clock.now());
  return {};
};
