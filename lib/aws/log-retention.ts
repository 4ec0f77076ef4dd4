import "server-only";
import { DeleteRetentionPolicyCommand, DescribeLogGroupsCommand, PutRetentionPolicyCommand } from "@aws-sdk/client-cloudwatch-logs";
import { callAws } from "./call";
import { type AwsTarget, logsClient } from "./clients";

/** Days that a log group keeps its events: undefined = for ever. `not_found` is undefined as a whole: nothing was logged yet. */
export async function getLogRetention(target: AwsTarget, logGroup: string): Promise<{ days?: number } | undefined> {
  const client = await logsClient(target);
  const call = { target, service: "logs", operation: "DescribeLogGroups", resource: `the log group ${logGroup}` } as const;
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroup, limit: 50 });
  const { logGroups = [] } = await callAws(call, (abortSignal) => client.send(command, { abortSignal }));
  const found = logGroups.find(({ logGroupName }) => logGroupName === logGroup);
  return found && { days: found.retentionInDays };
}

/** undefined keeps the events for ever. Sending it twice does no harm, so that the client may retry. */
export async function setLogRetention(target: AwsTarget, logGroup: string, days: number | undefined): Promise<void> {
  const client = await logsClient(target);
  const call = { target, service: "logs", resource: `the log group ${logGroup}` } as const;
  if (days === undefined) {
    const command = new DeleteRetentionPolicyCommand({ logGroupName: logGroup });
    await callAws({ ...call, operation: "DeleteRetentionPolicy" }, (abortSignal) => client.send(command, { abortSignal }));
    return;
  }
  const command = new PutRetentionPolicyCommand({ logGroupName: logGroup, retentionInDays: days });
  await callAws({ ...call, operation: "PutRetentionPolicy" }, (abortSignal) => client.send(command, { abortSignal }));
}
