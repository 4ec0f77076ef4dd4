import { expect, test } from "vitest";
import { readFields, writeField } from "./event-fields";
import { EVENT_TEMPLATES, templatePayload } from "./event-templates";
import { findValueSpan, setValue } from "./json-edit";

function change(id: string, label: string, text: string) {
  const template = EVENT_TEMPLATES.find((candidate) => candidate.id === id)!;
  const field = template.fields.find((candidate) => candidate.label === label)!;
  const edited = writeField(templatePayload(template), field, text);
  return edited === undefined ? undefined : JSON.parse(edited);
}

test("what says the same in two places changes in both", () => {
  expect(change("s3-put", "Bucket", "other").Records[0].s3.bucket).toMatchObject({ name: "other", arn: "arn:aws:s3:::other" });
  expect(change("sqs", "Message body", "hello").Records[0]).toMatchObject({ body: "hello", md5OfBody: "5d41402abc4b2a76b9719d911017c592" });
  expect(change("api-gateway-http", "Query", "a=1&b=x%20y")).toMatchObject({ rawQueryString: "a=1&b=x%20y", queryStringParameters: { a: "1", b: "x y" } });
  expect(change("function-url", "Query", "a=1")).toMatchObject({ rawQueryString: "a=1", queryStringParameters: { a: "1" } });
  expect(change("api-gateway-http", "Path", "/x")).toMatchObject({ rawPath: "/x", requestContext: { http: { path: "/x" } } });
});

test("base64 is read decoded and written encoded, in any script", () => {
  expect(Buffer.from(change("kinesis", "Data", '{"name":"Ærøskøbing 🚲"}').Records[0].kinesis.data, "base64").toString()).toBe('{"name":"Ærøskøbing 🚲"}');
  const template = EVENT_TEMPLATES.find(({ id }) => id === "kinesis")!;
  expect(readFields(template, template.payload)[0]?.text).toContain("/products/mug-blue");
});

test("a number stays a number, and what is none is refused", () => {
  expect(change("s3-put", "Size in bytes", "12").Records[0].s3.object.size).toBe(12);
  expect(change("s3-put", "Size in bytes", "12kb")).toBeUndefined();
  expect(change("s3-put", "Size in bytes", " ")).toBeUndefined();
});

test.each([
  ['{ "a" : 1 , "b":[ 1,{"a":"x"} ] }', ["a"], "1"],
  ['{ "a" : 1 , "b":[ 1,{"a":"x"} ] }', ["b", 1, "a"], '"x"'],
  ['{ "a" : 1 , "b":[ 1,{"a":"x"} ] }', ["b"], '[ 1,{"a":"x"} ]'],
  ['{ "a" : 1 , "b":[ 1,{"a":"x"} ] }', ["b", 2], undefined],
  ['{ "a" : 1 }', [], '{ "a" : 1 }'],
  ['{"a\\"b":9007199254740993}', ['a"b'], "9007199254740993"],
  ['["{\\"a\\":1}", {"a": -1.50}]', [1, "a"], "-1.50"],
  ['{"a":1,"a":2}', ["a"], "2"],
  ['{"a":{}}', ["a", "b"], undefined],
])("in %s the place %j is %s", (text, path, value) => {
  const span = findValueSpan(text, path);
  expect(span && text.slice(span.from, span.to)).toBe(value);
});

test("only the value changes: spaces, digits and order stay", () => {
  expect(setValue('{  "id": 9007199254740993,\n\t"a": 1.0 }', ["a"], "x")).toBe('{  "id": 9007199254740993,\n\t"a": "x" }');
  expect(setValue("{}", ["a"], 1)).toBe('{"a": 1}');
  expect(setValue('{\n  "a": 1\n}', ["b"], 2)).toBe('{\n  "a": 1, "b": 2\n}');
  expect(setValue('{"a":1}', ["a", "b"], 2)).toBe('{"a":1}');
  expect(setValue("[]", [0], 1)).toBe("[]");
});
