import { type AssertionSubject, logOf } from "./assertion-subject";
import { cut } from "./json-value";
import { compilePattern, findPatternProblem } from "./pattern";
import type { Assertion, AssertionResult } from "./schema";

type Check = Pick<AssertionResult, "passed" | "expected" | "got" | "where">;

/** Lines that Lambda writes around the function's own, in both log formats. */
const PLATFORM_LINE = /^(?:(?:START|END|REPORT) RequestId: |INIT_START |INIT_REPORT |XRAY TraceId: |EXTENSION\t|TELEMETRY\t)|^\{.{0,80}"type":"platform\./;

/**
 * Holds a log assertion against the lines of the function. "No line" is shown by the whole log only: of a cut one it is not
 * known, which counts as failed.
 */
export function checkLog({ must, pattern }: Extract<Assertion, { kind: "log" }>, subject: AssertionSubject): Check {
  const expected = must ? `a line that matches ${pattern}` : `no line that matches ${pattern}`;
  const failed = (got: string, where?: string): Check => ({ passed: false, expected, got, where });
  const problem = findPatternProblem(pattern);
  if (problem) return failed(problem);
  const log = logOf(subject);
  if (!log) return failed("The run came back without a log.");
  const matches = compilePattern(pattern);
  const lines = log.text.split("\n");
  const index = lines.findIndex((line) => !PLATFORM_LINE.test(line) && matches(line));
  if (index >= 0) return { passed: must, expected, got: cut((lines[index] ?? "").trim()), where: log.whole ? `line ${index + 1} of the log` : "the last 4 KB of the log" };
  if (!log.whole) return failed("Only the last 4 KB of the log could be read; no line there matches.");
  const count = lines.filter((line) => line.trim() !== "" && !PLATFORM_LINE.test(line)).length;
  return { passed: !must, expected, got: count === 0 ? "The function logged nothing." : `none of ${count.toLocaleString("en")} ${count === 1 ? "line" : "lines"}` };
}
