import "server-only";

const holder = globalThis as unknown as { warmstartState?: Map<string, unknown> };

/**
 * One value for the whole process. Next may load a module once per bundle; a rate limiter or a cache that
 * existed twice would not limit and not share.
 */
export function processState<T>(key: string, create: () => T): T {
  holder.warmstartState ??= new Map();
  if (!holder.warmstartState.has(key)) holder.warmstartState.set(key, create());
  return holder.warmstartState.get(key) as T;
}
