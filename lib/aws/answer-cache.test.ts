import { expect, test } from "vitest";
import { createAnswerCache } from "./answer-cache";

function setUp(maxEntries = 10) {
  const clock = { nowMs: 0 };
  const cache = createAnswerCache<string>({ maxEntries, now: () => clock.nowMs });
  const calls: ((value: string | Error) => void)[] = [];
  const load = () =>
    new Promise<string>((resolve, reject) => {
      calls.push((value) => (value instanceof Error ? reject(value) : resolve(value)));
    });
  return { clock, cache, calls, load };
}

test("viewers who ask at once cost one call, and later ones none until it is outdated", async () => {
  const { clock, cache, calls, load } = setUp();
  const both = Promise.all([cache.get("a", { ttlMs: 100 }, load), cache.get("a", { ttlMs: 100 }, load)]);
  calls[0]?.("one");
  expect(await both).toEqual(["one", "one"]);
  clock.nowMs = 99;
  expect(await cache.get("a", { ttlMs: 100 }, load)).toBe("one");
  expect(calls).toHaveLength(1);
  clock.nowMs = 100;
  const again = cache.get("a", { ttlMs: 100 }, load);
  calls[1]?.("two");
  expect(await again).toBe("two");
});

test("an outdated answer is given at once while the new one is on its way", async () => {
  const { clock, cache, calls, load } = setUp();
  const freshness = { ttlMs: 100, staleMs: 1_000 };
  const first = cache.get("a", freshness, load);
  calls[0]?.("old");
  await first;
  clock.nowMs = 500;
  expect(await cache.get("a", freshness, load)).toBe("old");
  expect(calls).toHaveLength(2);
  calls[1]?.("new");
  await Promise.resolve();
  expect(await cache.get("a", freshness, load)).toBe("new");
});

test("an error reaches everyone who waits and is not kept", async () => {
  const { cache, calls, load } = setUp();
  const both = [cache.get("a", { ttlMs: 100 }, load), cache.get("a", { ttlMs: 100 }, load)];
  calls[0]?.(new Error("throttled"));
  for (const one of both) await expect(one).rejects.toThrow("throttled");
  const again = cache.get("a", { ttlMs: 100 }, load);
  calls[1]?.("fine");
  expect(await again).toBe("fine");
});

test("how long an answer holds may depend on it", async () => {
  const { clock, cache, calls, load } = setUp();
  const freshness = { ttlMs: (value: string) => (value === "problem" ? 10 : 1_000) };
  const first = cache.get("a", freshness, load);
  calls[0]?.("problem");
  await first;
  clock.nowMs = 11;
  void cache.get("a", freshness, load);
  expect(calls).toHaveLength(2);
});

test("the least recently used answer makes room", async () => {
  const { cache, calls, load } = setUp(2);
  for (const [index, key] of ["a", "b"].entries()) {
    const answer = cache.get(key, { ttlMs: 100 }, load);
    calls[index]?.(key);
    await answer;
  }
  expect(await cache.get("a", { ttlMs: 100 }, load)).toBe("a");
  void cache.get("c", { ttlMs: 100 }, load);
  expect(await cache.get("a", { ttlMs: 100 }, load)).toBe("a");
  void cache.get("b", { ttlMs: 100 }, load);
  expect(calls).toHaveLength(4);
});
