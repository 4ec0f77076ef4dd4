import { expect, test } from "vitest";
import { childrenOf, type JsonSpan, outlineOf } from "./json-outline";

/** The text put together again from its outline, without white space. */
function rebuild(text: string, span: JsonSpan): string {
  if (span.kind === "scalar") return text.slice(span.start, span.end);
  const parts = childrenOf(text, span).map((child) => (typeof child.key === "string" ? `${child.key}:` : "") + rebuild(text, child));
  return span.kind === "object" ? `{${parts.join(",")}}` : `[${parts.join(",")}]`;
}

test.each([
  "1",
  "-0.50e+10",
  "9007199254740993",
  "null",
  '""',
  '"a \\" } ] , : \\\\"',
  "{}",
  "[]",
  "[[],{},[[]]]",
  '{"a":{"b":[1,{"c":null}]},"a":2,"{":"}","\\\\":[true,false]}',
  '{"":""}',
])("keeps every character of %s", (text) => {
  const spaced = text.replaceAll(/([{}[\],:])(?=(?:[^"]*"[^"]*")*[^"]*$)/g, " $1\n\t");
  for (const form of [text, `\n ${text}\t`, text.includes("\\") ? text : spaced]) {
    const outline = outlineOf(form);
    expect(outline && rebuild(form, outline)).toBe(text);
  }
});

test.each(["", "{", "nope", "{'a':1}", "[1,]"])("%j is not JSON", (text) => {
  expect(outlineOf(text)).toBeUndefined();
});

test("only as many children as asked for", () => {
  const text = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => ({ index })));
  const outline = outlineOf(text);
  expect(outline && childrenOf(text, outline, 3).map(({ key }) => key)).toEqual([0, 1, 2]);
  expect(outline && childrenOf(text, outline)).toHaveLength(1_000);
});

test("5,000 levels deep and 6 MB long neither overflow nor take long", () => {
  const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
  const outline = outlineOf(deep);
  expect(outline && childrenOf(deep, outline)).toEqual([{ key: 0, start: 1, end: deep.length - 1, kind: "array" }]);
  const long = JSON.stringify({ rows: Array.from({ length: 60_000 }, (_, index) => ({ id: index, text: "x".repeat(70), tags: ["a", "b"] })) });
  expect(long.length).toBeGreaterThan(6_000_000);
  const root = outlineOf(long);
  const [rows] = root ? childrenOf(long, root) : [];
  expect(rows && childrenOf(long, rows)).toHaveLength(60_000);
});
