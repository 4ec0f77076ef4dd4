import "server-only";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { callAws } from "./call";
import { stsClient } from "./clients";
import type { AwsTarget } from "./target";

/** The account that the connection's credentials belong to (12 digits). Needs no permission. */
export async function getCallerIdentity(target: AwsTarget): Promise<{ accountId: string | undefined }> {
  const client = await stsClient(target);
  const call = { target, service: "sts", operation: "GetCallerIdentity", resource: "the caller" } as const;
  const { Account } = await callAws({ ...call, deadlineMs: 5_000 }, (abortSignal) => client.send(new GetCallerIdentityCommand({}), { abortSignal }));
  return { accountId: Account };
}
