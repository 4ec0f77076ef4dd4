import { expect, test } from "vitest";
import { findClientContextProblem, findPayloadProblem } from "./payload-limit";

/** A JSON text of exactly so many bytes: two of them are quotes. */
const ofBytes = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;

test.each([
  { invocationType: "RequestResponse", limit: 6_291_456 },
  { invocationType: "DryRun", limit: 6_291_456 },
  { invocationType: "Event", limit: 1_048_576 },
] as const)("$invocationType takes $limit bytes and not one more", ({ invocationType, limit }) => {
  expect(findPayloadProblem(ofBytes(limit), invocationType)).toBeUndefined();
  const problem = findPayloadProblem(ofBytes(limit + 1), invocationType);
  expect(problem?.code).toBe("payload_too_large");
  expect(problem?.message).toContain((limit + 1).toLocaleString("en"));
});

test("bytes are counted, not characters", () => {
  const euros = `"${"€".repeat(349_525)}"`;
  expect(euros.length).toBeLessThan(1_048_576);
  expect(findPayloadProblem(euros, "Event")?.code).toBe("payload_too_large");
});

test("invalid JSON names its place", () => {
  const problem = findPayloadProblem('{\n  "a": 1,\n}', "RequestResponse");
  expect(problem?.code).toBe("bad_request");
  expect(problem?.message).toContain("Line 3, column 1: A comma before } is one too many.");
  expect(problem?.details.data).toMatchObject({ line: 3, column: 1, offset: 12 });
});

test.each([
  ["{}", "RequestResponse", undefined],
  [undefined, "Event", undefined],
  ["{}", "Event", /Only a synchronous run/],
  ["{", "RequestResponse", /^Client context, line 1/],
  [ofBytes(2_685), "RequestResponse", undefined],
  [ofBytes(2_686), "RequestResponse", /2,686 bytes; AWS takes at most 2,685/],
] as const)("client context %#", (clientContext, invocationType, message) => {
  const problem = findClientContextProblem({ clientContext, invocationType });
  if (message) expect(problem?.message).toMatch(message);
  else expect(problem).toBeUndefined();
});
