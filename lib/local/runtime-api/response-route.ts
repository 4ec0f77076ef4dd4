import type { IncomingMessage } from "node:http";
import { normaliseErrorType } from "./posted-error.ts";
import { MAX_RESPONSE_BYTES, readBody } from "./request-body.ts";
import { ACCEPTED, type RuntimeApiRoute } from "./route.ts";
import { RuntimeApiError } from "./runtime-api-error.ts";
import type { PostedAnswer, ResponseSink } from "./runtime-session.ts";

const MODE_HEADER = "lambda-runtime-function-response-mode";
const DEFAULT_CONTENT_TYPE = "application/octet-stream";
/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html */
const MAX_STREAMED_BYTES = 200 * 1_048_576;
const NOTHING = Buffer.alloc(0);

/** POST /runtime/invocation/{id}/response. A streamed response is collected when nobody reads it as it comes. */
export const responseRoute: RuntimeApiRoute = async (session, request, requestId) => {
  const mode = request.headers[MODE_HEADER];
  if (mode === "streaming" && session.sink) {
    session.expect(requestId);
    session.take(requestId, await stream(request, session.sink));
    return ACCEPTED;
  }
  const payload = await readBody(request, MAX_RESPONSE_BYTES);
  if (mode !== undefined && mode !== "streaming") {
    throw new RuntimeApiError(400, "InvalidFunctionResponseMode", "Invalid function response mode");
  }
  if (payload === undefined) {
    session.take(requestId, { kind: "too-large" });
    throw new RuntimeApiError(
      413,
      "RequestEntityTooLarge",
      `Exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`,
    );
  }
  session.take(requestId, errorInTrailers(request) ?? { kind: "response", payload });
  return ACCEPTED;
};

async function stream(request: IncomingMessage, sink: ResponseSink): Promise<PostedAnswer> {
  sink.begin(request.headers["content-type"] ?? DEFAULT_CONTENT_TYPE);
  let sizeBytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    sizeBytes += piece.length;
    // The rest is read and thrown away: the runtime finds out from how the invocation ends.
    if (sizeBytes <= MAX_STREAMED_BYTES) await sink.write(piece);
  }
  if (sizeBytes > MAX_STREAMED_BYTES) return { kind: "too-large" };
  return errorInTrailers(request) ?? { kind: "response", payload: NOTHING };
}

/** A function that fails after it has begun to answer says so behind the body. */
function errorInTrailers({ trailers }: IncomingMessage): PostedAnswer | undefined {
  const errorType = trailers["lambda-runtime-function-error-type"];
  if (errorType === undefined) return undefined;
  const document = Buffer.from(trailers["lambda-runtime-function-error-body"] ?? "", "base64");
  return { kind: "error", error: { errorType: normaliseErrorType(errorType), document } };
}
