import { type LogsOperation, requestedGroup } from "../logs-context.ts";
import { invalidParameter } from "../logs-error.ts";
import { constraint } from "../members.ts";

const RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const putRetentionPolicy: LogsOperation = (context, members) => {
  const days = members.integer("retentionInDays", { min: 1 });
  if (days === undefined) throw constraint(null, "retentionInDays", "Member must not be null");
  if (!RETENTION_DAYS.includes(days)) throw invalidParameter(`Invalid retention value. Valid values are: ${RETENTION_DAYS.join(", ")}`);
  context.telemetry.logs.setRetention(requestedGroup(context, members).id, days);
  return {};
};

/** The group's events never expire again. */
export const deleteRetentionPolicy: LogsOperation = (context, members) => {
  context.telemetry.logs.setRetention(requestedGroup(context, members).id, null);
  return {};
};
