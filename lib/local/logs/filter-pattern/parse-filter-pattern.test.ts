import { describe, expect, it } from "vitest";
import { FilterPatternError } from "./filter-pattern.ts";
import { parseFilterPattern } from "./parse-filter-pattern.ts";

const COLD =
  "REPORT RequestId: 7a\tDuration: 2.46 ms\tBilled Duration: 417 ms\tMemory Size: 128 MB\tMax Memory Used: 95 MB\tInit Duration: 413.61 ms\t\n";
const WARM = "REPORT RequestId: 7b\tDuration: 1200.50 ms\tBilled Duration: 1201 ms\tMemory Size: 128 MB\tMax Memory Used: 95 MB\t\n";

describe("terms", () => {
  it.each([
    ["", "anything", true],
    ["ERROR timeout", "a timeout: ERROR", true],
    ["ERROR timeout", "ERROR only", false],
    ["error", "ERROR", false],
    ["?ERROR ?WARN", "a WARN line", true],
    ["?ERROR ?WARN", "an INFO line", false],
    ["ERROR ?WARN", "an ERROR line", true],
    ["ERROR -retry", "ERROR in retry 2", false],
    ["ERROR -retry", "ERROR for good", true],
    ['"Task timed out"', "x Task timed out after 3.00 seconds", true],
    ['"Task timed out"', "Task was timed out", false],
    ['-"health check"', "health check ok", false],
    [String.raw`"say \"hi\""`, 'they say "hi" now', true],
    ['REPORT "Init Duration"', COLD, true],
    ['REPORT "Init Duration"', WARM, false],
    ["%ORD-[0-9]{4}%", "order ORD-1234", true],
    ["%ORD-[0-9]{4}%", "order ORD-12", false],
    ['"%"', "100 % done", true],
  ])("%s on %s: %s", (pattern, message, expected) => {
    expect(parseFilterPattern(pattern).matches(message)).toBe(expected);
  });

  it("says which texts every match contains", () => {
    expect(parseFilterPattern('REPORT "Init Duration" -x %a.b%').containing).toEqual(["REPORT", "Init Duration"]);
    expect(parseFilterPattern("?ERROR ?WARN").containing).toEqual([]);
  });
});

describe("JSON", () => {
  const message = JSON.stringify({
    level: "ERROR",
    record: { metrics: { durationMs: 101.5, initDurationMs: 99 } },
    tags: ["a", "b"],
    items: [{ id: 1 }, { id: 22 }],
    ok: false,
    nothing: null,
    "dotted.key": "v",
    status: "503",
  });

  it.each([
    ['{ $.level = "ERROR" }', true],
    ["{ $.level = ERROR }", true],
    ['{ $.level = "E*R" }', true],
    ['{ $.level != "ERROR" }', false],
    ["{ $.record.metrics.durationMs > 101 }", true],
    ["{ $.record.metrics.durationMs <= 101 }", false],
    ['{ $.level = "WARN" || $.record.metrics.initDurationMs = 99 }', true],
    ['{ $.level = "WARN" || $.level = "ERROR" && $.ok IS TRUE }', false],
    ['{ ($.level = "WARN" || $.level = "ERROR") && $.ok IS FALSE }', true],
    ["{ $.nothing IS NULL }", true],
    ["{ $.missing IS NULL }", false],
    ["{ $.missing NOT EXISTS }", true],
    ["{ $.record.metrics.initDurationMs = * }", true],
    ["{ $.record.metrics.restoreMs = * }", false],
    ['{ $.tags[1] = "b" }', true],
    ["{ $.items[*].id > 20 }", true],
    ["{ $.items[*].id > 22 }", false],
    ["{ $.['dotted.key'] = v }", true],
    ["{ $.status >= 500 }", true],
    ["{ $.level = %^ERR% }", true],
  ])("%s: %s", (pattern, expected) => {
    expect(parseFilterPattern(pattern).matches(message)).toBe(expected);
  });

  it("does not match what is not JSON", () => {
    expect(parseFilterPattern("{ $.a NOT EXISTS }").matches("{broken")).toBe(false);
    expect(parseFilterPattern("{ $.a NOT EXISTS }").matches("plain")).toBe(false);
  });
});

describe("space-delimited", () => {
  const access = '127.0.0.1 - frank [10/Oct/2026:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';

  it.each([
    ["[ip, id, user, time, request, status, bytes]", access, true],
    ["[ip, id, user, time, request, status]", access, false],
    ["[ip, id, user, time, request, status = 404, bytes]", access, true],
    ["[ip, id, user, time, request, status = 4*, bytes]", access, true],
    ["[ip, id, user, time, request, status >= 500, bytes]", access, false],
    ["[ip, ..., status >= 400 && status < 500, bytes > 1000]", access, true],
    ['[ip, id, user != "frank", ...]', access, false],
    ['[..., request = "*index.html*", status, bytes]', access, true],
    ["[w1 = REPORT, w2, id, w4, dur > 1000, ...]", WARM, true],
    ["[w1 = REPORT, w2, id, w4, dur > 1000, ...]", COLD, false],
  ])("%s on %s: %s", (pattern, message, expected) => {
    expect(parseFilterPattern(pattern).matches(message)).toBe(expected);
  });
});

it.each(['"open', "{ $.a = 1", "{ a = 1 }", "{ $.a }", "{ $.a > b }", "{ $.a = 1 && }", "[a, b", "[a, ..., b, ...]", "%(%", "{ $.a IS NOT 1 }"])(
  "refuses %s",
  (pattern) => {
    expect(() => parseFilterPattern(pattern)).toThrow(FilterPatternError);
  },
);
