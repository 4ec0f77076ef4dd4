import { describe, expect, test } from "vitest";
import type { Environment } from "@/lib/configuration/schema";
import { readDotEnvText, toDotEnvText, toTemplateText } from "./dot-env-text";
import { type EnvironmentEdits, NO_EDITS, updateOf } from "./environment-edits";

const ENVIRONMENT: Environment = {
  revisionId: "r",
  variables: ["API_KEY", "STAGE"].map((key) => ({ key, valueBytes: 4, fingerprint: `#${key}` })),
  totalBytes: 20,
};
let ids = 0;
const read = (text: string) => readDotEnvText(ENVIRONMENT, text, () => `id${(ids += 1)}`);
const update = (text: string) => {
  const { set, remove, rename } = updateOf(ENVIRONMENT, read(text).edits);
  return { set, remove, rename };
};

test("hidden values stand under their names, and untouched text asks for nothing", () => {
  const text = toDotEnvText(ENVIRONMENT, NO_EDITS);
  expect(text).toBe("API_KEY=<value of API_KEY>\nSTAGE=<value of STAGE>");
  expect(read(text)).toEqual({ edits: NO_EDITS, problems: [], comments: 0 });
});

test.each<[string, string, object]>([
  ["a value", "API_KEY=<value of API_KEY>\nSTAGE=prod", { set: { STAGE: "prod" }, remove: [], rename: {} }],
  ["a new one", "API_KEY=<value of API_KEY>\nSTAGE=<value of STAGE>\nNEW=1", { set: { NEW: "1" }, remove: [], rename: {} }],
  ["a line less", "STAGE=<value of STAGE>", { set: {}, remove: ["API_KEY"], rename: {} }],
  ["a new name keeps the hidden value", "API_TOKEN=<value of API_KEY>\nSTAGE=<value of STAGE>", { set: {}, remove: [], rename: { API_KEY: "API_TOKEN" } }],
  ["order means nothing", "STAGE=<value of STAGE>\nAPI_KEY=<value of API_KEY>", { set: {}, remove: [], rename: {} }],
  ["empty is a value", "API_KEY=\nSTAGE=<value of STAGE>", { set: { API_KEY: "" }, remove: [], rename: {} }],
])("%s", (_name, text, expected) => {
  expect(read(text).problems).toEqual([]);
  expect(update(text)).toEqual(expected);
});

test.each([
  ["AWS_REGION=x", /reserved/],
  ["STAGE=a\n1BAD=2", /Line 2: A name begins/],
  ["COPY=<value of STAGE>\nSTAGE=<value of STAGE>", /cannot be copied/],
  ["A_1=<value of NOTHING>", /no value of NOTHING/],
  ["STAGE=<value of API_KEY>", /there already/],
])("refused: %s", (text, problem) => {
  expect(read(text).problems.join(" ")).toMatch(problem);
});

test("comments are counted, as they are not kept", () => {
  expect(read("# one\nSTAGE=<value of STAGE> # two\n  # three\nAPI_KEY=<value of API_KEY>").comments).toBe(2);
});

describe("what was typed goes into the text and comes back the same", () => {
  test.each(["plain", "two words", "it's", 'say "hi"', "a#b", "back\\slash", "-----BEGIN\nline\n-----END", "tab\there", "", "  spaces  ", "<angle>", "'both\" \\n"])("%j", (value) => {
    const edits: EnvironmentEdits = { byKey: new Map([["STAGE", { value }]]), additions: [{ id: "x", key: "NEW", value }] };
    const { edits: again } = read(toDotEnvText(ENVIRONMENT, edits));
    expect(again.byKey.get("STAGE")).toEqual({ value });
    expect(again.additions[0]).toMatchObject({ key: "NEW", value });
  });
});

test("the template has no values", () => {
  expect(toTemplateText(ENVIRONMENT)).toBe("API_KEY=\nSTAGE=\n");
});
