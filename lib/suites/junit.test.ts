import { expect, test } from "vitest";
import { countCases } from "./case-status";
import { escapeXml, toJunit } from "./junit";
import type { SuiteRun, SuiteRunCase } from "./schema";

const base = { id: "c", testEventId: "e", region: "us-east-1", functionName: "checkout", qualifier: "prod" } as const;
const CASES: SuiteRunCase[] = [
  { ...base, testEventName: "an order", status: "passed", durationMs: 12.34, runId: "run-1" },
  {
    ...base,
    testEventName: 'a "strange" <order> & co',
    status: "failed",
    durationMs: 1_500,
    runId: "run-2",
    assertionResults: [
      { assertionId: "1", label: "$.total equals 12", passed: false, expected: "12", got: "<11>", where: "$.total" },
      { assertionId: "2", label: "at most 100 ms", passed: true, expected: "100 ms", got: "12 ms" },
      { assertionId: "3", label: "log must not match x", passed: false, expected: "no line", got: "a line" },
    ],
  },
  { ...base, testEventName: "throws", status: "failed", message: "The function failed: TypeError; nothing was asserted." },
  { ...base, testEventName: "grey", status: "ungraded" },
  { ...base, testEventName: "throttled", status: "error", message: "Rate Exceeded." },
  { ...base, testEventName: "left", status: "cancelled", message: "Cancelled before it was run." },
];
const run: SuiteRun = {
  id: "6a5c1f1e-0000-4000-8000-000000000000",
  suiteId: "s",
  suiteName: "smoke & mirrors",
  status: "failed",
  counts: countCases(CASES.map(({ status }) => status)),
  startedBy: "me",
  startedAtMs: Date.UTC(2026, 10, 21, 12),
  endedAtMs: Date.UTC(2026, 10, 21, 12) + 3_210,
  cases: CASES,
  cancelling: false,
};

test("a run of every kind of case", () => {
  expect(toJunit(run)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Warmstart" tests="6" failures="2" errors="1" skipped="2" time="3.210">
  <testsuite name="smoke &amp; mirrors" id="6a5c1f1e-0000-4000-8000-000000000000" timestamp="2026-11-21T12:00:00.000Z" tests="6" failures="2" errors="1" skipped="2" time="3.210">
    <testcase name="an order" classname="us-east-1.checkout:prod" time="0.012">
      <system-out>run run-1</system-out>
    </testcase>
    <testcase name="a &quot;strange&quot; &lt;order&gt; &amp; co" classname="us-east-1.checkout:prod" time="1.500">
      <failure type="assertion" message="$.total equals 12: expected 12, got &lt;11&gt;">$.total equals 12&#10;  expected: 12&#10;  got:      &lt;11&gt;&#10;  where:    $.total&#10;log must not match x&#10;  expected: no line&#10;  got:      a line</failure>
      <system-out>run run-2</system-out>
    </testcase>
    <testcase name="throws" classname="us-east-1.checkout:prod">
      <failure type="function error" message="The function failed: TypeError; nothing was asserted."/>
    </testcase>
    <testcase name="grey" classname="us-east-1.checkout:prod">
      <skipped message="nothing asserted"/>
    </testcase>
    <testcase name="throttled" classname="us-east-1.checkout:prod">
      <error type="not invoked" message="Rate Exceeded."/>
    </testcase>
    <testcase name="left" classname="us-east-1.checkout:prod">
      <skipped message="Cancelled before it was run."/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test("the counts of the head are those of the cases, and every element is closed", () => {
  const xml = toJunit(run);
  for (const [element, count] of [["testcase ", 6], ["failure ", 2], ["error ", 1], ["skipped ", 2]] as const) expect(xml.split(`<${element}`).length - 1).toBe(count);
  const open: string[] = [];
  for (const [, slash, name, end] of xml.matchAll(/<(\/?)([a-z-]+)[^<>]*?(\/?)>/g)) {
    if (slash) expect(open.pop()).toBe(name);
    else if (!end) open.push(name as string);
  }
  expect(open).toEqual([]);
});

test.each([
  [`<&>"'`, "&lt;&amp;&gt;&quot;&apos;"],
  ["a\nb\tc\rd", "a&#10;b&#9;c&#13;d"],
  ["nul \u0000, escape \u001b[31m, \uffff", "nul \ufffd, escape \ufffd[31m, \ufffd"],
  ["half \ud83d, whole 😀, ]]>", "half \ufffd, whole 😀, ]]&gt;"],
])("%j is written so that XML 1.0 can carry it", (text, escaped) => {
  expect(escapeXml(text)).toBe(escaped);
});
