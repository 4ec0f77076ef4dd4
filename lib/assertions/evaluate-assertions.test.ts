import { describe, expect, test } from "vitest";
import type { AssertionSubject } from "./assertion-subject";
import { evaluateAssertions, verdictOf } from "./evaluate-assertions";
import type { NewAssertion } from "./propose-assertions";

const RESPONSE = JSON.stringify({
  statusCode: 201,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ orderId: "o-1042", items: [{ sku: "p-1", price: 1400 }, { sku: "p-2", price: 900 }] }),
  big: "x",
});
const REQUEST_ID = "8f507cfc-xmpl-4697-b07a-ac58fc914c95";
const LOG = [
  `START RequestId: ${REQUEST_ID} Version: $LATEST`,
  `2026-11-13T15:08:50.123Z\t${REQUEST_ID}\tINFO\torder o-1042 stored`,
  `END RequestId: ${REQUEST_ID}`,
  `REPORT RequestId: ${REQUEST_ID}\tDuration: 88.21 ms\tBilled Duration: 89 ms\tMemory Size: 512 MB\tMax Memory Used: 74 MB`,
].join("\n");

const SUBJECT: AssertionSubject = { outcome: "success", response: RESPONSE, logTail: LOG, durationMs: 88.21, maxMemoryUsedMb: 74, requestId: REQUEST_ID };

function check(assertion: NewAssertion, subject: Partial<AssertionSubject> = {}) {
  const [result] = evaluateAssertions([{ id: "a", ...assertion }], { ...SUBJECT, ...subject });
  return result!;
}
const at = (path: string, operator: "equals" | "matches" | "exists" | "is_absent", expected?: string): NewAssertion => ({ kind: "response", path, operator, expected });

describe("a place in the response", () => {
  test.each<[NewAssertion, boolean, string, string?]>([
    [at("$.statusCode", "equals", "201"), true, "201", "$.statusCode"],
    [at("$.statusCode", "equals", '"201"'), false, "201", "$.statusCode"],
    [at("$.statusCode", "equals", "201.0"), true, "201", "$.statusCode"],
    [at("$.headers", "equals", '{ "content-type": "application/json" }'), true, '{"content-type":"application/json"}', "$.headers"],
    [at("$.headers['content-type']", "matches", "^application/json$"), true, '"application/json"', "$.headers['content-type']"],
    [at("$.body", "matches", "o-\\d{4}"), true, JSON.stringify(JSON.parse(RESPONSE).body), "$.body"],
    // The body is JSON in a text: looked into.
    [at("$.body.orderId", "equals", '"o-1042"'), true, '"o-1042"', "$.body.orderId"],
    [at("$.body.items[*].price", "equals", "1400"), false, "900", "$.body.items[1].price"],
    [at("$.body.items[*].sku", "matches", "^p-"), true, '"p-1"', "$.body.items[0].sku"],
    [at("$.body.items[*]", "exists"), true, '{"sku":"p-1","price":1400} and 1 more', "$.body.items[0]"],
    [at("$.body.total", "exists"), false, "absent", "$.body.total"],
    [at("$.body.total", "is_absent"), true, "absent", "$.body.total"],
    [at("$.body.orderId", "is_absent"), false, '"o-1042"', "$.body.orderId"],
    [at("$.nothing", "equals", "null"), false, "absent", "$.nothing"],
    [at("$.body.items[?match(@.sku, 'p-.')].price", "exists"), true, "1400 and 1 more", "$.body.items[0].price"],
  ])("%j → %s", (assertion, passed, got, where) => {
    expect(check(assertion)).toMatchObject({ passed, got, where });
  });

  test.each<[NewAssertion, string | undefined, RegExp]>([
    [at("$.a", "exists"), undefined, /There is no response/],
    [at("$.a", "is_absent"), undefined, /There is no response/],
    [at("$.a", "is_absent"), "<html>", /The response is not JSON: <html>/],
    [at("a", "exists"), "{}", /A path begins with \$/],
    [at("$.a[", "exists"), "{}", /This is not a JSONPath/],
    [at("$.a", "equals", "{"), '{"a":1}', /The expected value is not JSON/],
    [at("$.a", "matches", "(?=a)"), '{"a":"a"}', /This is not an RE2 pattern/],
  ])("what cannot be checked has failed: %j on %s", (assertion, response, got) => {
    expect(check(assertion, { response })).toMatchObject({ passed: false, got: expect.stringMatching(got) });
  });

  test("null is a value, and exists", () => {
    expect(check(at("$.a", "equals", "null"), { response: '{"a":null}' }).passed).toBe(true);
    expect(check(at("$.a", "exists"), { response: '{"a":null}' }).passed).toBe(true);
    expect(check(at("$.a", "is_absent"), { response: '{"a":null}' }).passed).toBe(false);
    expect(check(at("$", "equals", "null"), { response: "null" }).passed).toBe(true);
  });

  test("numbers beyond a double differ by their last digit", () => {
    expect(check(at("$.id", "equals", "9007199254740993"), { response: '{"id":9007199254740993}' })).toMatchObject({ passed: true, got: "9007199254740993" });
    expect(check(at("$.id", "equals", "9007199254740992"), { response: '{"id":9007199254740993}' })).toMatchObject({ passed: false, got: "9007199254740993" });
    expect(check(at("$.id", "equals", '"9007199254740993"'), { response: '{"id":9007199254740993}' }).passed).toBe(false);
    expect(check(at("$.id", "matches", "993$"), { response: '{"id":9007199254740993}' }).passed).toBe(true);
  });

  test("the order of members does not count, that of a list does", () => {
    expect(check(at("$", "equals", '{"b":[1,2],"a":{}}'), { response: '{"a":{},"b":[1,2]}' }).passed).toBe(true);
    expect(check(at("$", "equals", '{"b":[2,1],"a":{}}'), { response: '{"a":{},"b":[1,2]}' }).passed).toBe(false);
    expect(check(at("$", "equals", "{}"), { response: "[]" }).passed).toBe(false);
    expect(check(at("$", "equals", '{"a":1}'), { response: '{"__proto__":{"a":1}}' }).passed).toBe(false);
  });

  test("a pattern that stalls other engines takes no time", () => {
    const startedMs = performance.now();
    expect(check(at("$.a", "matches", "^(a+)+$"), { response: JSON.stringify({ a: `${"a".repeat(50_000)}!` }) }).passed).toBe(false);
    expect(check(at("$[?search(@, '^(a+)+$')]", "exists"), { response: JSON.stringify([`${"a".repeat(50_000)}!`]) }).passed).toBe(false);
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  test("six megabytes and ten thousand levels end in a result", () => {
    expect(check(at("$..x", "exists"), { response: JSON.stringify(Array.from({ length: 200_000 }, (_, index) => ({ index }))) }).passed).toBe(false);
    const deep = check(at("$..x", "exists"), { response: `${"[".repeat(10_000)}${"]".repeat(10_000)}` });
    expect(deep.passed).toBe(false);
  });
});

const schemaOf = (schema: object | string): NewAssertion => ({ kind: "response_schema", schema: typeof schema === "string" ? schema : JSON.stringify(schema) });
test.each<[NewAssertion, boolean, RegExp, string?]>([
  [schemaOf({ type: "object", required: ["statusCode"], properties: { statusCode: { const: 201 } } }), true, /it does/],
  [schemaOf({ type: "object", required: ["total"] }), false, /required property 'total'/, "the whole response"],
  [schemaOf({ properties: { statusCode: { type: "string" } } }), false, /must be string/, "/statusCode"],
  [schemaOf({ properties: { big: { pattern: "^x$" } } }), true, /it does/],
  [schemaOf({ properties: { big: { format: "email" } } }), false, /must match format "email"/, "/big"],
  [schemaOf({ additionalProperties: false, properties: { statusCode: {} } }), false, /additional properties \(headers\)/],
  [schemaOf({ $schema: "http://json-schema.org/draft-07/schema#", type: "object" }), true, /it does/],
  [schemaOf({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" }), true, /it does/],
  [schemaOf({ $ref: "https://example.com/other.json" }), false, /cannot be used/],
  [schemaOf({ properties: { big: { pattern: "(?<=x)" } } }), false, /cannot be used/],
  [schemaOf("[]"), false, /not a JSON object/],
  [schemaOf("{"), false, /not a JSON object/],
  [schemaOf({ type: "nonsense" }), false, /cannot be used/],
  // Nothing of a schema becomes code.
  [schemaOf({ properties: { "a');globalThis.leaked=1;('": { const: "');globalThis.leaked=1;('" } } }), true, /it does/],
])("JSON Schema %j → %s", (assertion, passed, got, where) => {
  expect(check(assertion)).toMatchObject({ passed, got: expect.stringMatching(got), ...(where ? { where } : {}) });
  expect(globalThis).not.toHaveProperty("leaked");
});

test.each<[NewAssertion, Partial<AssertionSubject>, boolean, string]>([
  [{ kind: "max_duration", limitMs: 88.21 }, {}, true, "88.21 ms"],
  [{ kind: "max_duration", limitMs: 88.2 }, {}, false, "88.21 ms"],
  [{ kind: "max_duration", limitMs: 100 }, { durationMs: undefined }, false, "not measured: the run has no REPORT line"],
  [{ kind: "max_memory", limitMb: 74 }, {}, true, "74 MB"],
  [{ kind: "max_memory", limitMb: 73 }, {}, false, "74 MB"],
  [{ kind: "outcome", expected: "success" }, {}, true, "success"],
  [{ kind: "outcome", expected: "timeout" }, { outcome: "function_error" }, false, "function_error"],
  [{ kind: "error_type", expected: "TypeError" }, { outcome: "function_error", errorType: "TypeError" }, true, "TypeError"],
  [{ kind: "error_type", expected: "TypeError" }, {}, false, "no error"],
  [{ kind: "start", expected: "warm" }, {}, true, "warm"],
  [{ kind: "start", expected: "cold" }, {}, false, "warm"],
  [{ kind: "start", expected: "cold" }, { initDurationMs: 120 }, true, "cold"],
  [{ kind: "start", expected: "warm" }, { durationMs: undefined }, false, "not known: the run has no REPORT line"],
  [{ kind: "log", must: true, pattern: "order o-\\d+ stored" }, {}, true, `2026-11-13T15:08:50.123Z\t${REQUEST_ID}\tINFO\torder o-1042 stored`],
  [{ kind: "log", must: true, pattern: "ERROR" }, {}, false, "none of 1 line"],
  [{ kind: "log", must: false, pattern: "ERROR" }, {}, true, "none of 1 line"],
  [{ kind: "log", must: false, pattern: "stored" }, {}, false, `2026-11-13T15:08:50.123Z\t${REQUEST_ID}\tINFO\torder o-1042 stored`],
  // Lambda's own lines are not the function's.
  [{ kind: "log", must: false, pattern: "REPORT|START|Memory" }, {}, true, "none of 1 line"],
  [{ kind: "log", must: false, pattern: "x" }, { logTail: undefined }, false, "The run came back without a log."],
  [{ kind: "log", must: false, pattern: "secret" }, { logTail: `${"y".repeat(4_095)}\n` }, false, "Only the last 4 KB of the log could be read; no line there matches."],
  [{ kind: "log", must: false, pattern: "secret" }, { logTail: "y".repeat(4_095) }, true, "none of 1 line"],
  [{ kind: "log", must: false, pattern: "secret" }, { logTail: "y".repeat(4_096), wholeLog: "one\ntwo" }, true, "none of 2 lines"],
  [{ kind: "log", must: true, pattern: "(" }, {}, false, "This is not an RE2 pattern: missing closing ): `(`."],
])("%j on %j → %s", (assertion, subject, passed, got) => {
  expect(check(assertion, subject)).toMatchObject({ passed, got });
});

test("a verdict needs an assertion, and every one of them", () => {
  const passed = check({ kind: "outcome", expected: "success" });
  const failed = check({ kind: "outcome", expected: "timeout" });
  expect(verdictOf([])).toBeUndefined();
  expect(verdictOf([passed])).toBe("passed");
  expect(verdictOf([passed, failed])).toBe("failed");
});
