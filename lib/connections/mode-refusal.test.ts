import { expect, test } from "vitest";
import { modeRefusal } from "./mode-refusal";

const connection = (mode: "observe" | "invoke" | "operate") => ({ name: "AWS", mode, modeSource: "WARMSTART_AWS_MODE" });

test.each([
  ["observe", "invoke", false],
  ["observe", "operate", false],
  ["invoke", "invoke", true],
  ["invoke", "operate", false],
  ["operate", "invoke", true],
  ["operate", "operate", true],
] as const)("a connection in %s mode and what needs %s: %s", (mode, needed, allowed) => {
  expect(modeRefusal(connection(mode), needed) === undefined).toBe(allowed);
});

test("the refusal says how to change it", () => {
  expect(modeRefusal(connection("observe"), "invoke")).toEqual({
    message: "Running functions is off: AWS is open in observe mode.",
    hint: "The mode is set by WARMSTART_AWS_MODE. Set it to “invoke” and start Warmstart again.",
  });
});
