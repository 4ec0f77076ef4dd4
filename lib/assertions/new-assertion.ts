import type { NewAssertion } from "./propose-assertions";
import type { Assertion } from "./schema";

export type AssertionKind = Assertion["kind"];

/** What can be asserted, in the order of the menu. */
export const ASSERTION_KINDS: readonly { kind: AssertionKind; label: string }[] = [
  { kind: "response", label: "Response value" },
  { kind: "response_schema", label: "Response schema" },
  { kind: "outcome", label: "Outcome" },
  { kind: "error_type", label: "Error type" },
  { kind: "log", label: "Log" },
  { kind: "max_duration", label: "Duration" },
  { kind: "max_memory", label: "Memory" },
  { kind: "start", label: "Start" },
];

/** What a new assertion of a kind begins with. */
export function newAssertion(kind: AssertionKind): NewAssertion {
  switch (kind) {
    case "response":
      return { kind, path: "$.statusCode", operator: "equals", expected: "200" };
    case "response_schema":
      return { kind, schema: '{\n  "type": "object"\n}' };
    case "outcome":
      return { kind, expected: "success" };
    case "error_type":
      return { kind, expected: "" };
    case "log":
      return { kind, must: false, pattern: "ERROR" };
    case "max_duration":
      return { kind, limitMs: 1_000 };
    case "max_memory":
      return { kind, limitMb: 128 };
    case "start":
      return { kind, expected: "warm" };
  }
}
