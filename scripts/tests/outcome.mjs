/** What a suite's run says on the command line, and with which status the command ends. */

const WORDS = { passed: "passed", failed: "FAILED", ungraded: "nothing asserted", error: "NOT RUN", cancelled: "cancelled" };
const WIDTH = Math.max(...Object.values(WORDS).map(({ length }) => length));

/** Lines about one case that has ended. */
export function caseLines({ status, testEventName, functionName, qualifier, durationMs, message, assertionResults = [] }) {
  const took = durationMs === undefined ? "" : `, ${durationMs.toFixed(1)} ms`;
  const head = `  ${(WORDS[status] ?? status).padEnd(WIDTH)}  ${testEventName}  (${functionName}:${qualifier}${took})`;
  const failed = status === "failed" ? assertionResults.filter(({ passed }) => !passed) : [];
  const details = failed.flatMap(({ label, expected, got, where }) => [
    `      ${label}`,
    `        expected: ${expected}`,
    `        got:      ${got}`,
    ...(where ? [`        where:    ${where}`] : []),
  ]);
  const reason = failed.length === 0 && message && status !== "ungraded" ? [`      ${message}`] : [];
  return [head, ...details, ...reason];
}

/** `failed: 1 failed, 2 passed in 3.4 s` */
export function summaryLine({ status, counts, startedAtMs, endedAtMs }) {
  const parts = Object.keys(WORDS).flatMap((key) => (counts[key] > 0 ? [`${counts[key]} ${WORDS[key].toLowerCase()}`] : []));
  const took = endedAtMs === undefined ? "" : ` in ${((endedAtMs - startedAtMs) / 1_000).toFixed(1)} s`;
  const note = status === "ungraded" ? " Nothing was asserted, so nothing is known: add assertions to the events." : "";
  return `${status === "ungraded" ? "not known" : status}: ${parts.join(", ")}${took}.${note}`;
}

/** 0 passed, 1 failed, 2 cancelled, interrupted or nothing asserted. */
export function exitStatusOf({ status }) {
  if (status === "passed") return 0;
  return status === "failed" ? 1 : 2;
}
