/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html */
import { structure, wrongType, type Constraints } from "./constraints.ts";
import { invalidParameter } from "./lambda-errors.ts";

const MAX_TAGS = 50;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAG_PATTERN = "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)";

export function readTags(value: unknown, constraints: Constraints): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const [key, text] of Object.entries(structure(value, "tags") ?? {})) {
    if (typeof text !== "string") throw wrongType(`tags.${key}`, "a string");
    if (key.length < 1 || key.length > 128 || !TAG_TEXT.test(key)) {
      constraints.fail(
        key,
        "tags",
        `Map keys must satisfy constraint: [Member must have length less than or equal to 128, Member must satisfy regular expression pattern: ${TAG_PATTERN}]`,
      );
    }
    if (text.length > 256 || !TAG_TEXT.test(text)) {
      constraints.fail(
        text,
        "tags",
        `Map value must satisfy constraint: [Member must have length less than or equal to 256, Member must satisfy regular expression pattern: ${TAG_PATTERN}]`,
      );
    }
    tags[key] = text;
  }
  return tags;
}

export function assertTagCount(tags: Readonly<Record<string, string>>): void {
  if (Object.keys(tags).length > MAX_TAGS) throw invalidParameter("Number of tags exceeds resource tag limit.");
}
