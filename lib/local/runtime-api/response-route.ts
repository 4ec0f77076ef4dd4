import { MAX_RESPONSE_BYTES, readBody } from "./request-body.ts";
import { ACCEPTED, type RuntimeApiRoute } from "./route.ts";
import { RuntimeApiError } from "./runtime-api-error.ts";

const MODE_HEADER = "lambda-runtime-function-response-mode";

/** POST /runtime/invocation/{id}/response. A streamed response is collected: Invoke answers in one piece. */
export const responseRoute: RuntimeApiRoute = async (session, request, requestId) => {
  const mode = request.headers[MODE_HEADER];
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
  session.take(requestId, { kind: "response", payload });
  return ACCEPTED;
};
