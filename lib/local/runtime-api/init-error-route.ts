import { readPostedError } from "./posted-error.ts";
import { ACCEPTED, type RuntimeApiRoute } from "./route.ts";

/** POST /runtime/init/error: the function could not be loaded. */
export const initErrorRoute: RuntimeApiRoute = async (session, request) => {
  session.failInit(await readPostedError(request));
  return ACCEPTED;
};
