import { expect, test } from "vitest";
import { logTail } from "./log-tail.ts";

test("a short log is its own tail", () => {
  expect(logTail(["START\n", "END\n"])).toBe("START\nEND\n");
});

test("a long log keeps its last 4,096 bytes", () => {
  const tail = logTail(["a".repeat(3_000), "b".repeat(3_000)]);
  expect(tail).toBe("a".repeat(1_096) + "b".repeat(3_000));
});

test("no character is cut in two", () => {
  const tail = logTail(["é".repeat(3_000) + "x"]);
  expect(Buffer.byteLength(tail)).toBe(4_095);
  expect(tail).toBe("é".repeat(2_047) + "x");
});
