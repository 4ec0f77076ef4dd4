import { expect, test } from "vitest";
import { fileNameOf, readEventSet, writeEventSet } from "./event-set";
import { eventSetFileSchema, type TestEventContent } from "./schema";

const PLAIN: TestEventContent = { name: "plain", description: "", tags: [], payload: '{\n  "a": 1\n}', invocationType: "RequestResponse", clientContext: "", assertions: [], shared: false };
const FULL: TestEventContent = {
  name: "full",
  description: "What a customer\nsends at night.",
  tags: ["checkout", "edge case"],
  payload: '{ "id": 9007199254740993, "price": 1.0 }',
  invocationType: "Event",
  clientContext: '{ "custom": {} }',
  shared: true,
  assertions: [
    { id: "1", kind: "response", path: "$.statusCode", operator: "equals", expected: "200" },
    { id: "2", kind: "response", path: "$.error", operator: "is_absent" },
    { id: "3", kind: "max_duration", limitMs: 500 },
    { id: "4", kind: "log", must: false, pattern: "ERROR|FATAL" },
  ],
};

const roundTrip = (events: TestEventContent[]) => readEventSet(eventSetFileSchema.parse(JSON.parse(writeEventSet(events))));

test("what is written is read back, text for text", () => {
  const odd = ["", "not json", "null", "[]", "1.0", '{"a":1}', '{\n  "a": "€🚲"\n}', '"__proto__"', '{\n  "__proto__": 1\n}'].map((payload, index) => ({ ...PLAIN, name: `odd ${index}`, payload }));
  expect(roundTrip([FULL, ...odd, PLAIN])).toEqual([FULL, ...odd, PLAIN]);
});

test("the order of the events and of what was read does not matter", () => {
  const shared = { ...PLAIN, shared: true };
  expect(writeEventSet([shared, PLAIN, FULL])).toBe(writeEventSet([FULL, PLAIN, shared]));
  expect(writeEventSet(roundTrip([PLAIN, FULL]))).toBe(writeEventSet([PLAIN, FULL]));
});

test("an event stands in the file as JSON where that says all, without what is default", () => {
  expect(writeEventSet([PLAIN])).toBe(`{
  "format": "warmstart-test-events",
  "version": 1,
  "events": [
    {
      "name": "plain",
      "event": {
        "a": 1
      }
    }
  ]
}
`);
  expect(JSON.parse(writeEventSet([FULL])).events[0]).toMatchObject({ eventText: FULL.payload, assertions: [{ kind: "response", path: "$.statusCode", operator: "equals", expected: "200" }, {}, {}, {}] });
  expect(writeEventSet([FULL])).not.toContain('"id":');
});

test.each([
  [{ format: "other", version: 1, events: [] }],
  [{ format: "warmstart-test-events", version: 2, events: [] }],
  [{ format: "warmstart-test-events", version: 1, events: [{ name: "x" }] }],
  [{ format: "warmstart-test-events", version: 1, events: [{ name: "", event: {} }] }],
  [{ format: "warmstart-test-events", version: 1, events: [{ name: "x", event: {}, assertions: [{ kind: "nonsense" }] }] }],
])("%j is refused", (file) => {
  expect(eventSetFileSchema.safeParse(file).success).toBe(false);
});

test.each([
  ["order of two items", undefined, "order-of-two-items.json"],
  ["../../etc/passwd", undefined, "etc-passwd.json"],
  ["日本", undefined, "event.json"],
  ["checkout", "test-events", "checkout.test-events.json"],
])("%s → %s %s", (name, end, fileName) => {
  expect(fileNameOf(name, end)).toBe(fileName);
});
