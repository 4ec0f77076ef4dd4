import { expect, test } from "vitest";
import { standIn } from "./stand-in";

const both = { nodejs: "20.20.2", python: "3.11.2" };

test.each([
  ["nodejs22.x", both, { language: "Node.js", version: "20.20.2" }],
  ["nodejs20.x", both, undefined],
  ["nodejs2.x", both, { language: "Node.js", version: "20.20.2" }],
  ["python3.13", both, { language: "Python", version: "3.11.2" }],
  ["python3.1", both, { language: "Python", version: "3.11.2" }],
  ["python3.11", both, undefined],
  ["python3.13", { nodejs: "20.20.2" }, { language: "Python", version: undefined }],
  ["provided.al2023", both, undefined],
  ["nodejs22.x", undefined, undefined],
])("%s on %o is stood in for by %o", (runtime, interpreters, expected) => {
  expect(standIn(runtime, interpreters)).toEqual(expected);
});
