import "server-only";
import { InvokeCommand, type InvocationType } from "@aws-sdk/client-lambda";
import { callAws } from "./call";
import { type AwsTarget, lambdaClient } from "./clients";

export interface InvokeRequest {
  functionName: string;
  qualifier?: string;
  invocationType: InvocationType;
  /** JSON text, sent byte for byte. */
  payload: string;
  /** JSON text; AWS passes it on with synchronous invocations only. */
  clientContext?: string;
  /** The function's timeout; undefined = Lambda's longest, 900 s. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface InvokeResult {
  /** 200 ran, 202 accepted, 204 dry run. */
  statusCode: number;
  payload: string;
  /** `Handled` or `Unhandled`: the function failed; the invocation itself did not. */
  functionError?: string;
  executedVersion?: string;
  /** Last 4 KB of the log, decoded. */
  logTail?: string;
  requestId?: string;
}

export const LONGEST_TIMEOUT_MS = 900_000;
/** On top of the function's timeout: INIT and the way there and back. */
export const DEADLINE_MARGIN_MS = 10_000;

/**
 * Exactly one Invoke: never retried. A function that throws is a result; an `AppError` means that the invocation did not
 * happen, or with `data.maybeDelivered` that nobody knows. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function invoke(target: AwsTarget, request: InvokeRequest): Promise<InvokeResult> {
  const { functionName, qualifier, invocationType, payload, clientContext, timeoutMs = LONGEST_TIMEOUT_MS, signal } = request;
  const client = await lambdaClient(target, "invoke");
  const command = new InvokeCommand({
    FunctionName: functionName,
    Qualifier: qualifier,
    InvocationType: invocationType,
    Payload: Buffer.from(payload, "utf8"),
    ClientContext: clientContext === undefined ? undefined : Buffer.from(clientContext, "utf8").toString("base64"),
    // AWS knows a log tail for synchronous invocations only.
    ...(invocationType === "RequestResponse" ? { LogType: "Tail" as const } : {}),
  });
  const call = { target, service: "lambda", operation: "Invoke", resource: `the function ${functionName}`, signal } as const;
  const answer = await callAws({ ...call, deadlineMs: timeoutMs + DEADLINE_MARGIN_MS }, (abortSignal) => client.send(command, { abortSignal }));
  return {
    statusCode: answer.StatusCode ?? 200,
    payload: Buffer.from(answer.Payload ?? []).toString("utf8"),
    functionError: answer.FunctionError,
    executedVersion: answer.ExecutedVersion,
    logTail: answer.LogResult === undefined ? undefined : Buffer.from(answer.LogResult, "base64").toString("utf8"),
    requestId: answer.$metadata.requestId,
  };
}
