import { expect, test } from "vitest";
import { runtimeSupport } from "./runtime-support";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

test.each([
  ["python3.8", "2026-11-20", "ended"],
  ["python3.10", "2026-10-30", "soon"],
  ["python3.10", "2026-10-31", "ended"],
  ["nodejs22.x", "2026-10-31", "supported"],
  ["nodejs22.x", "2026-11-20", "soon"],
  ["nodejs24.x", "2026-11-20", "supported"],
  ["nodejs99.x", "2026-11-20", "unknown"],
])("%s on %s is %s", (runtime, day, status) => {
  expect(runtimeSupport(runtime, at(day)).status).toBe(status);
});

test("a container image has no runtime and so no end", () => {
  expect(runtimeSupport(undefined, at("2026-11-20"))).toEqual({ status: "unknown" });
});
