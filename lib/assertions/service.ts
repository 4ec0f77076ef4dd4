import "server-only";
import { readWholeLog } from "@/lib/run-logs/service";
import { getRun } from "@/lib/runs/service";
import { needsWholeLog } from "./assertion-subject";
import { evaluateAssertions } from "./evaluate-assertions";
import type { Assertion, AssertionResult } from "./schema";

/** Holds assertions against a run that ended before, to try them out: nothing is invoked or kept. Throws `not_found`. */
export async function checkAssertions(connection: string, runId: string, assertions: readonly Assertion[]): Promise<{ results: AssertionResult[] }> {
  const run = await getRun(connection, runId);
  const wholeLog = needsWholeLog(assertions, run) ? await readWholeLog(connection, run) : undefined;
  return { results: evaluateAssertions(assertions, { ...run, wholeLog }) };
}
