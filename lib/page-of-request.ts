import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** Header in which the browser names the page that a request comes from: the guard's `no-referrer` leaves no other. */
const PAGE_HEADER = "x-warmstart-page";

const PATH = /^\/[\x21-\x7e]{0,300}$/;

// One for the process: Next may load a module once per bundle.
const holder = globalThis as unknown as { warmstartPages?: AsyncLocalStorage<string | undefined> };
const pages = (holder.warmstartPages ??= new AsyncLocalStorage());

/** Runs `act` so that all it does, also after its answer, knows the page that asked for it. */
export function withPageOf<T>(request: Request, act: () => T): T {
  const page = request.headers.get(PAGE_HEADER) ?? undefined;
  return pages.run(page && PATH.test(page) ? page : undefined, act);
}

/** Path of the page that the present request comes from; undefined outside a request, or when a script made it. */
export function pageOfRequest(): string | undefined {
  return pages.getStore();
}
