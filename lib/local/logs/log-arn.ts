import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";

/** `arn:aws:logs:<region>:<account>:log-group:<name>`, without the trailing `:*`. */
export function logGroupArn(region: string, name: string): string {
  return `arn:aws:logs:${region}:${LOCAL_ACCOUNT_ID}:log-group:${name}`;
}

export function logStreamArn(region: string, groupName: string, streamName: string): string {
  return `${logGroupArn(region, groupName)}:log-stream:${streamName}`;
}

/** The group's name in a `logGroupIdentifier`, which is a name or an ARN with or without `:*`. */
export function groupNameOf(identifier: string): string {
  if (!identifier.startsWith("arn:")) return identifier;
  return identifier.split(":")[6] ?? "";
}
