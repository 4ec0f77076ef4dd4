import { expect, test } from "vitest";
import { destinationOf, followState, nextLookMs, retryDueMs } from "./follow-state";
import type { Attempt, Delivery } from "./schema";

const attempt = (ended: Attempt["ended"], startedAtMs = 1_000): Attempt => ({ startedAtMs, endedAtMs: ended === "running" ? undefined : startedAtMs + 10, logStream: "s", ended });
const delivery = (changes: Partial<Delivery> = {}): Delivery => ({ maximumRetryAttempts: 2, maximumEventAgeSeconds: 21_600, ...changes });
const at = (nowMs: number, attempts: Attempt[], settings?: Delivery) => followState({ attempts, delivery: settings, acceptedAtMs: 1_000, nowMs });

test.each([
  [60_999, [], undefined, "looking"],
  [61_000, [], undefined, "not_seen"],
  [999_000, [attempt("running")], undefined, "running"],
  [2_000, [attempt("success")], undefined, "ended"],
  [2_000, [attempt("error")], undefined, "retrying"],
  [2_000, [attempt("error")], delivery({ maximumRetryAttempts: 0 }), "ended"],
  [2_000, [attempt("timeout")], delivery({ maximumRetryAttempts: 1 }), "retrying"],
  [2_000, [attempt("error"), attempt("error", 61_000)], delivery({ maximumRetryAttempts: 1 }), "ended"],
  [2_000, [attempt("error"), attempt("error", 61_000), attempt("error", 181_000)], delivery(), "ended"],
  [121_010, [attempt("error")], delivery(), "retrying"],
  [121_011, [attempt("error")], delivery(), "ended"],
] as const)("%i ms after: %j is %s", (nowMs, attempts, settings, state) => {
  expect(at(nowMs, [...attempts], settings)).toBe(state);
});

test("the second attempt comes after a minute, the third after two, and none beyond the event's age", () => {
  expect(retryDueMs({ attempts: [attempt("error")] })).toBe(61_010);
  expect(retryDueMs({ attempts: [attempt("error"), attempt("error", 61_000)] })).toBe(181_010);
  expect(retryDueMs({ attempts: [attempt("error")], delivery: delivery({ maximumEventAgeSeconds: 60 }) })).toBeUndefined();
  expect(retryDueMs({ attempts: [attempt("success")] })).toBeUndefined();
});

test("looks are seldom while nothing can have happened", () => {
  const look = (nowMs: number, attempts: Attempt[]) => nextLookMs({ attempts, acceptedAtMs: 1_000, nowMs });
  expect(look(1_100, [])).toBeLessThan(1_000);
  expect(look(50_000, [])).toBe(5_000);
  expect(look(2_000, [attempt("error")])).toBe(10_000);
  expect(look(61_005, [attempt("error")])).toBe(1_000);
});

test("where the event goes afterwards", () => {
  const settings = delivery({ onSuccess: "arn:s", onFailure: "arn:f", deadLetter: "arn:d" });
  expect(destinationOf({ state: "ended", attempts: [attempt("success")], delivery: settings })).toEqual([{ arn: "arn:s", kind: "success" }]);
  expect(destinationOf({ state: "ended", attempts: [attempt("error")], delivery: settings }).map(({ arn }) => arn)).toEqual(["arn:f", "arn:d"]);
  expect(destinationOf({ state: "retrying", attempts: [attempt("error")], delivery: settings })).toEqual([]);
});
