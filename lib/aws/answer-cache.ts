import "server-only";

interface Entry<T> {
  value?: T;
  loadedAtMs: number;
  loading?: Promise<T>;
}

interface AnswerCacheOptions {
  maxEntries: number;
  now?: () => number;
}

/** How an answer may be reused. A function where that depends on the answer. */
export interface Freshness<T> {
  ttlMs: number | ((value: T) => number);
  /** Age up to which an outdated answer is given at once while a new one is fetched. Default: never. */
  staleMs?: number | ((value: T) => number);
}

export interface AnswerCache<T> {
  get(key: string, freshness: Freshness<T>, load: () => Promise<T>): Promise<T>;
  /** Forgets every key that begins so. */
  forget(prefix: string): void;
}

/**
 * One question is asked once, however many viewers wait for it: single-flight, with the answer kept for a while. Errors
 * are not kept. The least recently used key goes first.
 */
export function createAnswerCache<T>({ maxEntries, now = Date.now }: AnswerCacheOptions): AnswerCache<T> {
  const entries = new Map<string, Entry<T>>();

  function start(key: string, entry: Entry<T>, load: () => Promise<T>): Promise<T> {
    const loading = load();
    entry.loading = loading;
    loading.then(
      (value) => Object.assign(entry, { value, loadedAtMs: now(), loading: undefined }),
      () => {
        entry.loading = undefined;
        if (entry.value === undefined && entries.get(key) === entry) entries.delete(key);
      },
    );
    return loading;
  }

  function touch(key: string): Entry<T> {
    const entry = entries.get(key) ?? { loadedAtMs: Number.NEGATIVE_INFINITY };
    entries.delete(key);
    entries.set(key, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    return entry;
  }

  return {
    get(key, { ttlMs, staleMs = 0 }, load) {
      const entry = touch(key);
      const { value } = entry;
      const ageMs = now() - entry.loadedAtMs;
      if (value !== undefined && ageMs < resolved(ttlMs, value)) return Promise.resolve(value);
      const loading = entry.loading ?? start(key, entry, load);
      return value !== undefined && ageMs < resolved(staleMs, value) ? Promise.resolve(value) : loading;
    },
    forget(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
    },
  };
}

function resolved<T>(duration: number | ((value: T) => number), value: T): number {
  return typeof duration === "function" ? (duration as (value: T) => number)(value) : duration;
}
