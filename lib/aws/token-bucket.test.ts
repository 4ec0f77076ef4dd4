import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTokenBucket, type TokenBucket } from "./token-bucket";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const bucketOf = (ratePerSecond: number, burst: number) => createTokenBucket({ ratePerSecond, burst, now: () => Date.now() });

function takeMany(bucket: TokenBucket, count: number): number[] {
  const grantedAtMs: number[] = [];
  for (let index = 0; index < count; index += 1) void bucket.take("background").then(() => grantedAtMs.push(Date.now()));
  return grantedAtMs;
}

test("no second sees more than rate and burst together, and none is wasted", async () => {
  const startMs = Date.now();
  const grantedAtMs = takeMany(bucketOf(12, 3), 100);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(grantedAtMs).toHaveLength(100);
  for (const fromMs of grantedAtMs) {
    expect(grantedAtMs.filter((atMs) => atMs >= fromMs && atMs < fromMs + 1_000).length).toBeLessThanOrEqual(15);
  }
  expect((grantedAtMs.at(-1) ?? 0) - startMs).toBeLessThan(9_000);
});

test("what a person waits for goes before background work that came first", async () => {
  const bucket = bucketOf(10, 1);
  const order: string[] = [];
  for (const name of ["first", "sweep 1", "sweep 2"]) void bucket.take("background").then(() => order.push(name));
  void bucket.take("interactive").then(() => order.push("person"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(order).toEqual(["first", "person", "sweep 1", "sweep 2"]);
});

test("who gives up takes no token", async () => {
  const bucket = bucketOf(1, 1);
  await bucket.take("interactive");
  const controller = new AbortController();
  const waiting = bucket.take("interactive", controller.signal);
  const next = bucket.take("background");
  controller.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  await vi.advanceTimersByTimeAsync(1_001);
  await expect(next).resolves.toBeUndefined();
  await expect(bucket.take("interactive", controller.signal)).rejects.toThrow("gone");
});
