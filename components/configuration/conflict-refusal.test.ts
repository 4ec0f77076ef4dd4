import { expect, test } from "vitest";
import { findUnchosen } from "./conflict-refusal";

test.each([
  [[], undefined],
  [[{ name: "Memory", chosen: true }], undefined],
  [[{ name: "Memory", chosen: false }, { name: "Timeout", chosen: true }, { name: "Handler", chosen: false }], "Both changed Memory, Handler: choose mine or theirs first."],
])("%j: %s", (rows, sentence) => {
  expect(findUnchosen(rows)).toBe(sentence);
});
