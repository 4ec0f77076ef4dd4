import type { z } from "zod";

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

/**
 * Words for what a schema has no sentence of its own for: `changes.memoryMb must be a number.` Give it to `safeParse` as
 * `error`; zod asks the schema first.
 */
export function issueSentence(issue: z.core.$ZodRawIssue): string {
  const field = issue.path?.join(".") || "It";
  if (issue.code === "custom" && issue.message) return issue.message;
  return issue.input === undefined ? `${field} is missing.` : `${field} ${ruleOf(issue)}.`;
}

function ruleOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${KINDS[issue.expected] ?? "of another kind"}`;
    case "too_small":
      return `${countOf(issue.origin, "at least", issue.minimum)}`;
    case "too_big":
      return `${countOf(issue.origin, "at most", issue.maximum)}`;
    case "invalid_value":
      return `must be ${issue.values.map(String).join(" or ")}`;
    default:
      return "does not have the form that is expected";
  }
}

function countOf(origin: string, word: "at least" | "at most", count: number | bigint): string {
  const figure = count.toLocaleString("en");
  if (origin === "string") return `must have ${word} ${figure} ${figure === "1" ? "character" : "characters"}`;
  if (origin === "array") return `must have ${word} ${figure} ${figure === "1" ? "entry" : "entries"}`;
  return `must be ${word} ${figure}`;
}
