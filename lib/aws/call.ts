import "server-only";
import { AppError } from "@/lib/errors";
import { connectionSettings } from "./connection-settings";
import { awaitControlPlane } from "./control-plane-limits";
import { mapAwsError } from "./errors";
import type { AwsTarget } from "./target";
import type { Priority } from "./token-bucket";

export interface AwsCall {
  target: AwsTarget;
  service: "lambda" | "cloudwatch" | "logs" | "sts" | "iam" | "schemas" | "sqs";
  operation: string;
  /** What it is about, in words. */
  resource: string;
  /** Default `interactive`. */
  priority?: Priority;
  signal?: AbortSignal;
  /** Over all attempts, without the wait for the rate limit. Default 10 s. */
  deadlineMs?: number;
  /** Values that must not come back in an error. */
  secrets?: readonly string[];
}

const DEFAULT_DEADLINE_MS = 10_000;

/** Runs one SDK call: rate limit, deadline, and errors as `AppError`. `send` must pass the signal on. */
export async function callAws<T>(call: AwsCall, send: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
  const { target, service, operation, signal, deadlineMs = DEFAULT_DEADLINE_MS } = call;
  const settings = await connectionSettings(target.connectionId);
  const host = settings.endpointHost ?? `${service === "cloudwatch" ? "monitoring" : service}.${target.region}.amazonaws.com`;
  const context = { ...call, region: target.region, host };
  let deadline: AbortSignal | undefined;
  try {
    if (service === "lambda" && !operation.startsWith("Invoke")) {
      await awaitControlPlane(operation, target, settings, call.priority ?? "interactive", signal);
    }
    deadline = AbortSignal.timeout(deadlineMs);
    return await send(signal ? AbortSignal.any([signal, deadline]) : deadline);
  } catch (error) {
    if (deadline?.aborted) throw deadlinePassed(host, operation, deadlineMs);
    if (signal?.aborted) throw new AppError("timeout", `${operation} was cancelled before AWS answered.`, { data: { maybeDelivered: true } });
    throw mapAwsError(error, context);
  }
}

function deadlinePassed(host: string, operation: string, deadlineMs: number): AppError {
  return new AppError("timeout", `${host} did not answer ${operation} within ${Math.round(deadlineMs / 1_000)} s.`, {
    hint: "Check the network between Warmstart and AWS, then try again.",
    data: { maybeDelivered: true },
  });
}
