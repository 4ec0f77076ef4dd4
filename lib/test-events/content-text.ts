import { describeAssertion } from "@/lib/assertions/describe-assertion";
import type { TestEventContent } from "./schema";

/** All that is saved of an event as one text, a fact a line, to compare two saves. */
export function contentText({ name, description, tags, shared, invocationType, clientContext, assertions, payload }: TestEventContent): string {
  const facts = [
    `name: ${name}`,
    ...(description ? [`description: ${description}`] : []),
    ...(tags.length > 0 ? [`tags: ${tags.join(", ")}`] : []),
    `shared: ${shared ? "yes" : "no"}`,
    `invocation type: ${invocationType}`,
    ...(clientContext ? [`client context: ${clientContext}`] : []),
    ...assertions.map((assertion) => `asserts: ${describeAssertion(assertion)}${assertion.kind === "response_schema" ? `\n${assertion.schema}` : ""}`),
  ];
  return `${facts.join("\n")}\n\n${payload}`;
}
