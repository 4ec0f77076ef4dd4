import { describe, expect, test } from "vitest";
import type { ChangedField } from "@/lib/activity/schema";
import { planSave } from "./save-plan";
import { fieldsMade, haltSentence, isUnfinished, planRest, waiting, withState } from "./save-progress";
import type { Settings } from "./settings";

const BEFORE: Settings = { memoryMb: 128, reservedConcurrency: null, recursiveLoop: "Terminate" };
const WANTED: Settings = { memoryMb: 256, reservedConcurrency: 5, recursiveLoop: "Allow" };
const FIELDS = Object.keys(WANTED).map((field): ChangedField => ({ field, kind: "configuration", action: "changed", before: BEFORE[field] ?? undefined, after: WANTED[field] ?? undefined }));
const CALLS = waiting(planSave(BEFORE, WANTED));

/** A save that was stopped at its second call. */
const HALTED = withState(withState(CALLS, 0, "done"), 1, "failed", "AWS refused it.");

test("a save goes call by call", () => {
  expect(CALLS.map(({ operation, state }) => [operation, state])).toEqual([
    ["UpdateFunctionConfiguration", "waiting"],
    ["PutFunctionConcurrency", "waiting"],
    ["PutFunctionRecursionConfig", "waiting"],
  ]);
  expect(HALTED.map(({ state }) => state)).toEqual(["done", "failed", "waiting"]);
  expect(withState(HALTED, 1, "done")[1]).not.toHaveProperty("error");
});

test("only what was made counts as changed", () => {
  expect(fieldsMade({ fields: FIELDS, calls: HALTED }).map(({ field }) => field)).toEqual(["memoryMb"]);
  expect(fieldsMade({ fields: FIELDS, calls: CALLS })).toEqual([]);
  expect(fieldsMade({ fields: FIELDS })).toEqual(FIELDS);
});

test.each([
  [undefined, false],
  [CALLS, false],
  [HALTED, true],
  [withState(CALLS, 0, "failed"), false],
  [withState(CALLS, 0, "running"), true],
  [CALLS.map((call) => ({ ...call, state: "done" as const })), false],
])("%# is unfinished: %s", (calls, unfinished) => {
  expect(isUnfinished(calls)).toBe(unfinished);
});

test("a halt says how far it came", () => {
  expect(haltSentence(HALTED, "AWS refused it.")).toBe("1 of 3 calls was made. PutFunctionConcurrency: AWS refused it.");
  expect(haltSentence(withState(CALLS, 0, "failed"), "AWS refused it.")).toBe("AWS refused it.");
});

describe("resuming", () => {
  const rest = (present: Settings) => {
    const plan = planRest(FIELDS, present);
    return "refusal" in plan ? plan.refusal : plan.calls.map(({ operation }) => operation);
  };

  test("makes what is left, wherever it stopped", () => {
    for (let made = 0; made <= CALLS.length; made += 1) {
      const done = CALLS.slice(0, made).flatMap(({ fields }) => fields);
      const present = { ...BEFORE, ...Object.fromEntries(done.map((field) => [field, WANTED[field] ?? null])) };
      expect(rest(present)).toEqual(CALLS.slice(made).map(({ operation }) => operation));
    }
  });

  test("a call whose answer was lost is not made again when it was made", () => {
    expect(rest({ ...BEFORE, memoryMb: 256, reservedConcurrency: 5 })).toEqual(["PutFunctionRecursionConfig"]);
  });

  test("is refused when somebody changed a setting of it", () => {
    expect(rest({ ...BEFORE, memoryMb: 256, reservedConcurrency: 7 })).toBe("Reserved concurrency was changed since.");
  });
});
