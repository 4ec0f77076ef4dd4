import { expect, test } from "vitest";
import { findUndone } from "./undo-chain";

const done = (id: string, undoesId?: string) => ({ id, status: "done" as const, undoesId });

test("nothing is undone", () => {
  expect(findUndone([done("a"), done("b")])).toEqual(new Map());
});

test("an undo takes a change back, the undo of the undo brings it again, and so on", () => {
  const chain = [done("a"), done("u1", "a")];
  expect(findUndone(chain)).toEqual(new Map([["a", "u1"]]));
  expect(findUndone([...chain, done("u2", "u1")])).toEqual(new Map([["u1", "u2"]]));
  expect(findUndone([...chain, done("u2", "u1"), done("u3", "a")])).toEqual(new Map([["u1", "u2"], ["a", "u3"]]));
});

test("an undo that failed, or whose end is not known, takes nothing back", () => {
  expect(findUndone([done("a"), { id: "u1", status: "failed", undoesId: "a" }, { id: "u2", status: "intended", undoesId: "a" }])).toEqual(new Map());
});
