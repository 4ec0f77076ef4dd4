import { AppError } from "@/lib/errors";
import { findJsonProblem } from "@/lib/test-events/json-position";

/** What keeps a client context from being sent. AWS hands it over with synchronous invocations only. */
export function findClientContextProblem({ clientContext, invocationType }: { clientContext?: string; invocationType: InvocationType }): AppError | undefined {
  if (clientContext === undefined) return undefined;
  if (invocationType !== "RequestResponse") return new AppError("bad_request", "Only a synchronous run can have a client context.", { hint: "AWS does not hand it to the function otherwise." });
  const sizeBytes = new TextEncoder().encode(clientContext).length;
  if (sizeBytes > CLIENT_CONTEXT_MAX_BYTES) {
    return new AppError("bad_request", `The client context is ${sizeBytes.toLocaleString("en")} bytes; AWS takes at most ${CLIENT_CONTEXT_MAX_BYTES.toLocaleString("en")}.`);
  }
  const problem = findJsonProblem(clientContext);
  return problem ? new AppError("bad_request", `Client context, line ${problem.line}, column ${problem.column}: ${problem.message}.`, { data: problem }) : undefined;
}

/** 3,583 bytes of base64. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export const CLIENT_CONTEXT_MAX_BYTES = 2_685;

/** Lambda's limits for a request. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const SYNCHRONOUS_MAX_BYTES = 6_291_456;
const ASYNCHRONOUS_MAX_BYTES = 1_048_576;

type InvocationType = "RequestResponse" | "Event" | "DryRun";

export function payloadLimitBytes(invocationType: InvocationType): number {
  return invocationType === "Event" ? ASYNCHRONOUS_MAX_BYTES : SYNCHRONOUS_MAX_BYTES;
}

/**
 * What keeps a payload from being sent: `payload_too_large` with both sizes, or `bad_request` with the place where it stops
 * being JSON (`details.data` is a `JsonProblem`). undefined when it may go.
 */
export function findPayloadProblem(payload: string, invocationType: InvocationType): AppError | undefined {
  const limitBytes = payloadLimitBytes(invocationType);
  const sizeBytes = new TextEncoder().encode(payload).length;
  if (sizeBytes > limitBytes) {
    const kind = invocationType === "Event" ? "An asynchronous" : "A synchronous";
    return new AppError(
      "payload_too_large",
      `The payload is ${sizeBytes.toLocaleString("en")} bytes. ${kind} invocation takes at most ${limitBytes.toLocaleString("en")}.`,
      {
        hint: "Put large data into S3 and send its key.",
        data: { sizeBytes, limitBytes },
      },
    );
  }
  const problem = findJsonProblem(payload);
  if (!problem) return undefined;
  return new AppError("bad_request", `Line ${problem.line}, column ${problem.column}: ${problem.message}.`, {
    hint: "The event is not valid JSON, so it was not sent.",
    data: problem,
  });
}
