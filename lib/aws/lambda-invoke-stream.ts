import "server-only";
import { InvokeWithResponseStreamCommand } from "@aws-sdk/client-lambda";
import { callAws } from "./call";
import { type AwsTarget, lambdaClient } from "./clients";
import { DEADLINE_MARGIN_MS, type InvokeRequest, LONGEST_TIMEOUT_MS } from "./lambda-invoke";

export interface StreamEnd {
  statusCode: number;
  executedVersion?: string;
  /** `ErrorCode` of the last frame: the function failed before or amid its answer. */
  errorCode?: string;
  /** `ErrorDetails` of the last frame, usually an error document as JSON text. */
  errorDetails?: string;
  logTail?: string;
  requestId?: string;
  /** false: the connection ended without the last frame, so how the run ended is not known. */
  complete: boolean;
}

/**
 * Exactly one InvokeWithResponseStream, never retried; `onBytes` gets each piece of the answer as it comes. Failures are as
 * those of `invoke`. https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
 */
export async function invokeStream(target: AwsTarget, request: Omit<InvokeRequest, "invocationType">, onBytes: (bytes: Uint8Array) => void): Promise<StreamEnd> {
  const { functionName, qualifier, payload, clientContext, timeoutMs = LONGEST_TIMEOUT_MS, signal } = request;
  const client = await lambdaClient(target, "invoke");
  const command = new InvokeWithResponseStreamCommand({
    FunctionName: functionName,
    Qualifier: qualifier,
    Payload: Buffer.from(payload, "utf8"),
    ClientContext: clientContext === undefined ? undefined : Buffer.from(clientContext, "utf8").toString("base64"),
    LogType: "Tail",
  });
  const call = { target, service: "lambda", operation: "InvokeWithResponseStream", resource: `the function ${functionName}`, signal } as const;
  return callAws({ ...call, deadlineMs: timeoutMs + DEADLINE_MARGIN_MS }, async (abortSignal) => {
    const answer = await client.send(command, { abortSignal });
    const end: StreamEnd = { statusCode: answer.StatusCode ?? 200, executedVersion: answer.ExecutedVersion, requestId: answer.$metadata.requestId, complete: false };
    for await (const { PayloadChunk, InvokeComplete } of answer.EventStream ?? []) {
      if (PayloadChunk?.Payload) onBytes(PayloadChunk.Payload);
      if (!InvokeComplete) continue;
      end.complete = true;
      end.errorCode = InvokeComplete.ErrorCode;
      end.errorDetails = InvokeComplete.ErrorDetails;
      end.logTail = InvokeComplete.LogResult === undefined ? undefined : Buffer.from(InvokeComplete.LogResult, "base64").toString("utf8");
    }
    return end;
  });
}
