import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";

/** `arn:aws:lambda:<region>:<account>:function:<name>[:<qualifier>]` in the local account. */
export function functionArn(region: string, functionName: string, qualifier?: string): string {
  const suffix = qualifier === undefined ? "" : `:${qualifier}`;
  return `arn:aws:lambda:${region}:${LOCAL_ACCOUNT_ID}:function:${functionName}${suffix}`;
}
