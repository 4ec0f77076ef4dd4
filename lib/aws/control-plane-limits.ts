import "server-only";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { ConnectionSettings } from "./connection-settings";
import { knownAccountId } from "./known-accounts";
import { processState } from "./process-state";
import type { AwsTarget } from "./target";
import { createTokenBucket, type Priority, type TokenBucket } from "./token-bucket";

/**
 * AWS allows an account 15 control plane requests a second in a region for everything together, and 100 GetFunction.
 * Rate and burst add up to that in any one second; the rest is other tools' share over time.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
 */
const GENERAL = { ratePerSecond: 12, burst: 3 };
const GET_FUNCTION = { ratePerSecond: 80, burst: 20 };

/** Waits until a Lambda control plane request may go. The local region has no such limit. */
export async function awaitControlPlane(
  operation: string,
  target: AwsTarget,
  settings: Pick<ConnectionSettings, "kind">,
  priority: Priority,
  signal?: AbortSignal,
): Promise<void> {
  if (settings.kind === "local") return;
  await bucketFor(operation, target).take(priority, signal);
}

function bucketFor(operation: string, { connectionId, region }: AwsTarget): TokenBucket {
  const limit = operation === "GetFunction" ? GET_FUNCTION : GENERAL;
  // Two connections may lead into one account; AWS counts them together.
  const account = knownAccountId(connectionId) ?? connectionId;
  const buckets = processState("control-plane-buckets", () => new Map<string, TokenBucket>());
  const key = `${account} ${region} ${limit === GET_FUNCTION ? "GetFunction" : "*"}`;
  const bucket = buckets.get(key) ?? createTokenBucket(limit);
  buckets.set(key, bucket);
  return bucket;
}

/** The SDK's own retries count as requests too: each waits for its turn. The first attempt has waited already. */
export function limitRetries(client: LambdaClient, target: AwsTarget, settings: Pick<ConnectionSettings, "kind">): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (attemptOf(args.request) > 1) {
        const operation = context.commandName?.replace(/Command$/, "") ?? "";
        await awaitControlPlane(operation, target, settings, "interactive");
      }
      return next(args);
    },
    // Inside the retries, which sit at the head of this step.
    { step: "finalizeRequest", priority: "normal", name: "controlPlaneLimit" },
  );
}

function attemptOf(request: unknown): number {
  const headers = (request as { headers?: Record<string, string> }).headers;
  return Number(/attempt=(\d+)/.exec(headers?.["amz-sdk-request"] ?? "")?.[1] ?? 1);
}
