/**
 * A suite's run as JUnit XML, as CI servers read it: one test case an event; failures with expected, got and where;
 * `error` for what was not invoked, `skipped` for what is grey. https://github.com/testmoapp/junitxml
 */
import type { SuiteRun, SuiteRunCase } from "./schema";

export function toJunit(run: SuiteRun): string {
  const { counts } = run;
  const seconds = (run.endedAtMs ?? run.startedAtMs) - run.startedAtMs;
  const skipped = counts.ungraded + counts.cancelled + counts.waiting + counts.running;
  const totals = `tests="${run.cases.length}" failures="${counts.failed}" errors="${counts.error}" skipped="${skipped}" time="${inSeconds(seconds)}"`;
  const suite = `name="${escapeXml(run.suiteName)}" id="${escapeXml(run.id)}" timestamp="${new Date(run.startedAtMs).toISOString()}" ${totals}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Warmstart" ${totals}>`,
    `  <testsuite ${suite}>`,
    ...run.cases.flatMap(caseLines),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseLines(testCase: SuiteRunCase): string[] {
  const { testEventName, functionName, qualifier, region, durationMs } = testCase;
  const time = durationMs === undefined ? "" : ` time="${inSeconds(durationMs)}"`;
  const open = `    <testcase name="${escapeXml(testEventName)}" classname="${escapeXml(`${region}.${functionName}:${qualifier}`)}"${time}`;
  const inside = [...outcomeLines(testCase), ...systemOut(testCase)];
  return inside.length === 0 ? [`${open}/>`] : [`${open}>`, ...inside, "    </testcase>"];
}

function outcomeLines({ status, message = "", assertionResults = [] }: SuiteRunCase): string[] {
  if (status === "passed") return [];
  if (status === "error") return [`      <error type="not invoked" message="${escapeXml(message)}"/>`];
  if (status === "ungraded") return ['      <skipped message="nothing asserted"/>'];
  if (status !== "failed") return [`      <skipped message="${escapeXml(message || "not run")}"/>`];
  const failed = assertionResults.filter(({ passed }) => !passed);
  if (failed.length === 0) return [`      <failure type="function error" message="${escapeXml(message)}"/>`];
  // One failure a test case is what every reader understands: the first is its message, all are its text.
  const [first] = failed;
  const text = failed.map(({ label, expected, got, where }) => `${label}\n  expected: ${expected}\n  got:      ${got}${where ? `\n  where:    ${where}` : ""}`).join("\n");
  return [`      <failure type="assertion" message="${escapeXml(`${first?.label}: expected ${first?.expected}, got ${first?.got}`)}">${escapeXml(text)}</failure>`];
}

function systemOut({ runId }: SuiteRunCase): string[] {
  return runId === undefined ? [] : [`      <system-out>run ${escapeXml(runId)}</system-out>`];
}

function inSeconds(durationMs: number): string {
  return (durationMs / 1_000).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;" };

/** Characters that XML 1.0 knows in no form, and halves of a surrogate pair, give way to �. https://www.w3.org/TR/xml/#charsets */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replace(/[&<>"'\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}
