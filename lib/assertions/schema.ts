import { z } from "zod";

const base = { id: z.string() };

/** What a test event expects of its run. No assertion at all is grey, never green. */
export const assertionSchema = z.discriminatedUnion("kind", [
  /** A place in the response by JSONPath (RFC 9535). `expected` is JSON text for `equals`, an RE2 pattern for `matches`. */
  z.object({
    ...base,
    kind: z.literal("response"),
    path: z.string(),
    operator: z.enum(["equals", "matches", "exists", "is_absent"]),
    expected: z.string().optional(),
  }),
  /** JSON Schema, as JSON text, that the whole response must satisfy. */
  z.object({ ...base, kind: z.literal("response_schema"), schema: z.string() }),
  /** How the invocation ended. */
  z.object({ ...base, kind: z.literal("outcome"), expected: z.enum(["success", "function_error", "timeout", "accepted", "not_run"]) }),
  z.object({ ...base, kind: z.literal("max_duration"), limitMs: z.number().positive() }),
  z.object({ ...base, kind: z.literal("max_memory"), limitMb: z.number().positive() }),
  /** A line of the log matches (`must`) or none does; RE2 pattern. */
  z.object({ ...base, kind: z.literal("log"), must: z.boolean(), pattern: z.string() }),
  /** `errorType` of the function's error document. */
  z.object({ ...base, kind: z.literal("error_type"), expected: z.string() }),
  z.object({ ...base, kind: z.literal("start"), expected: z.enum(["cold", "warm"]) }),
]);
export type Assertion = z.infer<typeof assertionSchema>;

/** One assertion held against one run. `where` is the place in the response or the line of the log. */
export const assertionResultSchema = z.object({
  assertionId: z.string(),
  /** The assertion in words. */
  label: z.string(),
  passed: z.boolean(),
  expected: z.string(),
  got: z.string(),
  where: z.string().optional(),
});
export type AssertionResult = z.infer<typeof assertionResultSchema>;

/** undefined = grey: nothing was asserted. */
export const verdictSchema = z.enum(["passed", "failed"]);
export type Verdict = z.infer<typeof verdictSchema>;

/** POST /api/[connection]/runs/[id]/assertions: holds assertions against a run that ended; nothing is invoked. */
export const assertionCheckSchema = z.object({ assertions: z.array(assertionSchema).max(200) });
export const assertionCheckResultSchema = z.object({ results: z.array(assertionResultSchema) });
