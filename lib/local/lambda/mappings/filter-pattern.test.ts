import { expect, it } from "vitest";
import { parseFilterPattern } from "./filter-pattern.ts";

it.each([
  // Recorded on AWS, with the bodies that came and those that did not.
  [{ body: { testItem: ["test24"] } }, { testItem: "test24" }, { testItem: "tesWER" }],
  [{ body: { testItem: ["test24", "test45"], test2: ["go"] } }, { testItem: "test45", test2: "go" }, { testItem: "test67", test2: "go" }],
  [{ body: { test2: [{ numeric: [">", 100] }] } }, { test2: 105 }, { test2: 100 }],
  [{ body: { test2: [{ numeric: ["<", 100] }] } }, { test2: 93 }, { test2: 107 }],
  [{ body: { test2: [{ numeric: [">=", 100, "<", 200] }] } }, { test2: 105 }, { test2: 200 }],
  [{ body: { test2: [{ prefix: "us-1" }] } }, { test2: "us-1-48454" }, { test2: "eu-wert" }],
  [{ body: { "my-key": [{ exists: true }] } }, { "my-key": "any-value-one" }, { other: "any" }],
  // From the page of the guide.
  [{ body: { key: [{ exists: false }] } }, {}, { key: 1 }],
  [{ body: { key: [null] } }, { key: null }, { key: "null" }],
  [{ body: { key: [""] } }, { key: "" }, { key: " " }],
  [{ body: { key: [{ "anything-but": ["Monday", "Friday"] }] } }, { key: "Sunday" }, { key: "Friday" }],
  [{ body: { key: [{ "anything-but": { prefix: "init" } }] } }, { key: "ready" }, { key: "initialised" }],
  [{ body: { key: [{ suffix: ".png" }] } }, { key: "a.png" }, { key: "a.gif" }],
  [{ body: { key: [{ "equals-ignore-case": "Alice" }] } }, { key: "aLICE" }, { key: "Bob" }],
  [{ body: { $or: [{ a: [1] }, { b: [{ numeric: ["=", 2] }] }] } }, { b: 2 }, { a: 2, b: 1 }],
  [{ body: { deep: { key: [true] } } }, { deep: { key: true } }, { deep: true }],
  [{ body: { tags: ["red"] } }, { tags: ["blue", "red"] }, { tags: ["blue"] }],
  [{ body: { items: { sku: ["p-1"] } } }, { items: [{ sku: "p-2" }, { sku: "p-1" }] }, { items: [] }],
])("%j matches one body and not another", (pattern, matching, other) => {
  const filter = parseFilterPattern(JSON.stringify(pattern));
  expect([filter?.({ body: matching }), filter?.({ body: other })]).toEqual([true, false]);
});

it.each(["simple string", "[]", '{"body":"x"}', '{"body":{"a":[]}}', '{"a":[{"numeric":[">"]}]}', '{"a":[{"prefix":1}]}', '{"a":[{"like":"x"}]}', '{"a":[{"exists":"yes"}]}', '{"$or":[]}'])(
  "%s is no pattern",
  (text) => {
    expect(parseFilterPattern(text)).toBeUndefined();
  },
);
