import type { TEMPLATES } from "@/lib/new-functions/templates";
import { type NewFunction, newFunctionSchema } from "@/lib/new-functions/schema";

/** The form as typed. */
export interface NewFunctionForm {
  source: "template" | "zip" | "copy";
  template: (typeof TEMPLATES)[number]["id"];
  /** Base64 of the chosen zip, with its name. */
  zip?: { name: string; sizeBytes: number; base64: string };
  /** `region/name`. */
  copyOf: string;
  copyVariables: boolean;
  copyTags: boolean;
  copyConcurrency: boolean;
  name: string;
  region: string;
  roleArn: string;
  runtime: string;
  handler: string;
  architecture: "x86_64" | "arm64";
  memoryMb: string;
  timeoutSeconds: string;
  description: string;
}

export type FormField = "name" | "region" | "roleArn" | "runtime" | "handler" | "memoryMb" | "timeoutSeconds" | "description" | "source";

/** The request that the form means, or what is wrong with each field. */
export function readForm(form: NewFunctionForm): { request: NewFunction } | { problems: Partial<Record<FormField, string>> } {
  const parsed = newFunctionSchema.safeParse({
    region: form.region,
    name: form.name,
    description: form.description,
    roleArn: form.roleArn,
    runtime: form.runtime || undefined,
    handler: form.handler || undefined,
    architecture: form.architecture,
    memoryMb: wholeOf(form.memoryMb),
    timeoutSeconds: wholeOf(form.timeoutSeconds),
    source: sourceOf(form),
  });
  const problems: Partial<Record<FormField, string>> = {};
  if (form.source === "zip" && !form.zip) problems.source = "Choose a zip.";
  if (form.source === "copy" && !form.copyOf) problems.source = "Choose the function to copy.";
  if (form.source !== "copy" && !form.handler) problems.handler = "A function needs a handler.";
  if (parsed.success && Object.keys(problems).length === 0) return { request: parsed.data };
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = path[0] as FormField;
    problems[field] ??= message;
  }
  if (form.name === "") problems.name = "Give the function a name.";
  return { problems };
}

function sourceOf(form: NewFunctionForm): unknown {
  switch (form.source) {
    case "template":
      return { kind: "template", template: form.template };
    case "zip":
      return { kind: "zip", zipBase64: form.zip?.base64 ?? "" };
    case "copy": {
      const [region, name] = form.copyOf.split("/");
      return { kind: "copy", region, name, variables: form.copyVariables, tags: form.copyTags, concurrency: form.copyConcurrency };
    }
  }
}

function wholeOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
