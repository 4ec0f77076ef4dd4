import type { LogGroup } from "../../telemetry/log-directory.ts";
import { groupNameOf, logGroupArn } from "../log-arn.ts";
import type { LogsContext, LogsOperation } from "../logs-context.ts";
import { invalidParameter } from "../logs-error.ts";
import type { Members } from "../members.ts";
import { pageToken, positionOf } from "../page-token.ts";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
export const describeLogGroups: LogsOperation = (context, members) => {
  const { telemetry, region } = context;
  const prefix = members.text("logGroupNamePrefix");
  const pattern = members.text("logGroupNamePattern");
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
  }
  const limit = members.integer("limit", { min: 1, max: 50 }) ?? 50;
  const names = members.texts("logGroupIdentifiers")?.map(groupNameOf);
  const groupClass = members.choice("logGroupClass", ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"]) ?? "STANDARD";

  const question = ["groups", region, prefix, pattern, names, groupClass];
  const after = startingAfter(members, question);
  const found = telemetry.logs
    .groups(region)
    .filter(({ name }) => groupClass === "STANDARD" && (!names || names.includes(name)))
    .filter(({ name }) => name.startsWith(prefix ?? "") && name.includes(pattern ?? "") && name > after);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    logGroups: page.map((group) => described(context, group, pattern !== undefined)),
    ...(last && found.length > limit ? { nextToken: pageToken(question, [last.name]) } : {}),
  };
};

function startingAfter(members: Members, question: readonly unknown[]): string {
  const token = members.text("nextToken");
  return token === undefined ? "" : String(positionOf(question, token)[0]);
}

/** AWS leaves two members out when a pattern was asked for. */
function described({ telemetry, region }: LogsContext, group: LogGroup, byPattern: boolean): object {
  const arn = logGroupArn(region, group.name);
  return {
    logGroupName: group.name,
    creationTime: group.createdMs,
    ...(group.retentionDays === null ? {} : { retentionInDays: group.retentionDays }),
    metricFilterCount: 0,
    arn: `${arn}:*`,
    ...(byPattern ? {} : { storedBytes: telemetry.logs.storedBytes(group.id), deletionProtectionEnabled: false }),
    logGroupClass: "STANDARD",
    logGroupArn: arn,
  };
}
