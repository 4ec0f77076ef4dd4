import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { createPermissionMemory } from "./permission-memory";

function setUp() {
  const clock = { nowMs: 0 };
  const memory = createPermissionMemory(() => clock.nowMs);
  const state = { calls: 0, refuse: true };
  const attempt = () =>
    memory.attempt("ListTags", async () => {
      state.calls += 1;
      if (state.refuse) throw new AppError("access_denied", "No permission for lambda:ListTags.");
      return "tags";
    });
  return { clock, memory, state, attempt };
}

test("after three refusals nothing is asked in vain, and the reason stays", async () => {
  const { state, attempt, memory } = setUp();
  for (let index = 0; index < 10; index += 1) expect((await attempt()).refused?.code).toBe("access_denied");
  expect(state.calls).toBe(3);
  expect(memory.refusals().map(({ message }) => message)).toEqual(["No permission for lambda:ListTags."]);
});

test("a policy that allows some functions is asked for each", async () => {
  const { state, attempt, memory } = setUp();
  await attempt();
  state.refuse = false;
  expect(await attempt()).toEqual({ value: "tags" });
  state.refuse = true;
  for (let index = 0; index < 10; index += 1) await attempt();
  expect(state.calls).toBe(12);
  expect(memory.refusals()).toEqual([]);
});

test("a policy that was mended is noticed after ten minutes", async () => {
  const { clock, state, attempt } = setUp();
  for (let index = 0; index < 3; index += 1) await attempt();
  state.refuse = false;
  expect((await attempt()).value).toBeUndefined();
  clock.nowMs = 10 * 60_000 + 1;
  expect((await attempt()).value).toBe("tags");
});

test("other errors pass through", async () => {
  const { memory } = setUp();
  const throttled = memory.attempt("ListTags", () => Promise.reject(new AppError("throttled", "slow down")));
  await expect(throttled).rejects.toThrow("slow down");
  expect(memory.refusals()).toEqual([]);
});
