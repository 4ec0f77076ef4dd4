import type { LogsOperation } from "../logs-context.ts";
import { alreadyExists, invalidParameter } from "../logs-error.ts";
import { constraint } from "../members.ts";

const NAME = /^[.\-_/#A-Za-z0-9]+$/;

/**
 * A plain group. Encryption, tags and the other classes are refused, never ignored.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
 */
export const createLogGroup: LogsOperation = ({ telemetry, clock, region }, members) => {
  const name = members.requiredText("logGroupName");
  if (name.length > 512) {
    throw invalidParameter("Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
  }
  if (!NAME.test(name)) {
    throw constraint(name, "logGroupName", String.raw`Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+`);
  }
  const groupClass = members.choice("logGroupClass", ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"]) ?? "STANDARD";
  if (groupClass !== "STANDARD") throw invalidParameter("The local region knows only the STANDARD log group class.");
  if (members.text("kmsKeyId") !== undefined) throw invalidParameter("The local region does not support kmsKeyId yet.");
  if (members.has("tags")) throw invalidParameter("The local region does not support tags of log groups yet.");
  if (telemetry.logs.group(region, name)) throw alreadyExists("group");
  telemetry.logs.createGroup(region, name, clock.now());
  return {};
};
