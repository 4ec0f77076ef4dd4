import type { IncomingMessage } from "node:http";
import { MAX_RESPONSE_BYTES, readBody } from "./request-body.ts";
import { RuntimeApiError } from "./runtime-api-error.ts";
import type { PostedError } from "./runtime-session.ts";

const KNOWN_SHAPE = /^(Runtime|Function)\.[A-Z][a-zA-Z]+$/;

/**
 * The error type of platform logs: anything but `Runtime.Name` and `Function.Name` is normalised as AWS's
 * runtime interface emulator does. The document that the caller receives keeps the runtime's own type.
 */
export function normaliseErrorType(errorType: string | undefined): string {
  if (errorType === undefined) return "Runtime.Unknown";
  if (KNOWN_SHAPE.test(errorType)) return errorType;
  return errorType.startsWith("Function.") ? "Function.Unknown" : "Runtime.Unknown";
}

export async function readPostedError(request: IncomingMessage): Promise<PostedError> {
  const header = request.headers["lambda-runtime-function-error-type"];
  const document = await readBody(request, MAX_RESPONSE_BYTES);
  if (!document) throw new RuntimeApiError(413, "RequestEntityTooLarge", `Exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`);
  return { errorType: normaliseErrorType(typeof header === "string" ? header : undefined), document };
}
