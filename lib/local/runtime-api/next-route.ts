import type { RuntimeApiRoute } from "./route.ts";

/** GET /runtime/invocation/next: answers when there is an event, however long that takes. */
export const nextRoute: RuntimeApiRoute = async (session) => {
  const event = await session.next();
  return { status: 200, headers: event.headers, body: event.payload };
};
