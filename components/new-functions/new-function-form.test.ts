import { expect, test } from "vitest";
import { type NewFunctionForm, readForm } from "./new-function-form";

const form: NewFunctionForm = {
  source: "template",
  template: "node-hello",
  copyOf: "",
  copyVariables: true,
  copyTags: true,
  copyConcurrency: false,
  name: "one",
  region: "us-east-1",
  roleArn: "arn:aws:iam::000000000000:role/service-role/basic",
  runtime: "nodejs24.x",
  handler: "index.handler",
  architecture: "arm64",
  memoryMb: "128",
  timeoutSeconds: "3",
  description: "",
};

test("a whole form is a request", () => {
  expect(readForm(form)).toEqual({
    request: expect.objectContaining({ name: "one", memoryMb: 128, timeoutSeconds: 3, source: { kind: "template", template: "node-hello" } }),
  });
  expect(readForm({ ...form, source: "copy", copyOf: "eu-west-1/other", runtime: "", handler: "" })).toEqual({
    request: expect.objectContaining({ runtime: undefined, source: { kind: "copy", region: "eu-west-1", name: "other", variables: true, tags: true, concurrency: false } }),
  });
});

test.each<[Partial<NewFunctionForm>, string, string]>([
  [{ name: "" }, "name", "Give the function a name."],
  [{ name: "a b" }, "name", "“a b” cannot be a function's name: it has at most 64 letters, digits, hyphens and underscores."],
  [{ roleArn: "admin" }, "roleArn", "A role is written as arn:aws:iam::123456789012:role/name."],
  [{ memoryMb: "127" }, "memoryMb", "Memory must be a whole number between 128 and 10,240 MB."],
  [{ memoryMb: "" }, "memoryMb", "Memory must be a whole number between 128 and 10,240 MB."],
  [{ timeoutSeconds: "901" }, "timeoutSeconds", "Timeout must be a whole number between 1 and 900 s."],
  [{ handler: "" }, "handler", "A function needs a handler."],
  [{ source: "zip" }, "source", "Choose a zip."],
  [{ source: "copy" }, "source", "Choose the function to copy."],
])("%o has a problem with its %s", (change, field, sentence) => {
  const read = readForm({ ...form, ...change });
  expect("problems" in read ? read.problems : {}).toMatchObject({ [field]: sentence });
});
