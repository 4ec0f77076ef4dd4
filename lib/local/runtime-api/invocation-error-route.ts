import { readPostedError } from "./posted-error.ts";
import { ACCEPTED, type RuntimeApiRoute } from "./route.ts";

/** POST /runtime/invocation/{id}/error: the handler failed; the document goes to the caller unchanged. */
export const invocationErrorRoute: RuntimeApiRoute = async (session, request, requestId) => {
  const error = await readPostedError(request);
  session.take(requestId, { kind: "error", error });
  return ACCEPTED;
};
