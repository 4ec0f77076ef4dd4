/** Event and headers of Invoke and InvokeWithResponseStream. */
import type { AwsRequest } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";
import { utf8Text } from "../protocols/utf8-text.ts";
import type { InvocationRequest } from "./invocation-engine.ts";

export const MAX_SYNC_BYTES = 6_291_456;
export const MAX_ASYNC_BYTES = 1_048_576;
const MAX_CLIENT_CONTEXT_LENGTH = 3_583;
const EMPTY_EVENT = Buffer.from("{}");

/** The event; `{}` when there is none. Throws AWS's refusals of what is too large or no JSON. */
export function readPayload({ body }: AwsRequest, maxBytes: number): Buffer {
  if (body.length === 0) return EMPTY_EVENT;
  if (body.length > maxBytes) {
    throw new ServiceError(
      "RequestTooLargeException",
      413,
      `Request must be smaller than ${maxBytes} bytes for the InvokeFunction operation`,
    );
  }
  try {
    JSON.parse(utf8Text(body));
  } catch (error) {
    throw invalidContent(
      `Could not parse request body into json: Could not parse payload into json: ${(error as SyntaxError).message}`,
    );
  }
  return body;
}

/** Client context and trace header. Throws `InvalidRequestContentException` for a malformed context. */
export function optionalMembers({ headers }: AwsRequest): Pick<InvocationRequest, "clientContext" | "traceId"> {
  const members: Pick<InvocationRequest, "clientContext" | "traceId"> = {};
  const encoded = headers["x-amz-client-context"];
  if (typeof encoded === "string" && encoded !== "") members.clientContext = readClientContext(encoded);
  const traceId = headers["x-amzn-trace-id"];
  if (typeof traceId === "string") members.traceId = traceId;
  return members;
}

function readClientContext(encoded: string): string {
  if (encoded.length > MAX_CLIENT_CONTEXT_LENGTH) {
    throw invalidContent(`Client context must be no more than ${MAX_CLIENT_CONTEXT_LENGTH} bytes when base64-encoded.`);
  }
  const text = Buffer.from(encoded, "base64").toString("utf8");
  try {
    JSON.parse(text);
  } catch {
    throw invalidContent("Client context must be a valid Base64-encoded JSON object.");
  }
  return text;
}

function invalidContent(message: string): ServiceError {
  return new ServiceError("InvalidRequestContentException", 400, message);
}
