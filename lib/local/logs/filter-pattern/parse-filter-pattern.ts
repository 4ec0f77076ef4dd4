import type { FilterPattern } from "./filter-pattern.ts";
import { parseFieldsPattern } from "./fields-pattern.ts";
import { parseJsonPattern } from "./json-pattern.ts";
import { parseTermsPattern } from "./terms-pattern.ts";

/**
 * Parses a filter pattern: terms, `{ JSON }` or `[space, delimited]`. An empty one matches everything.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 *
 * @throws FilterPatternError
 */
export function parseFilterPattern(text: string): FilterPattern {
  const pattern = text.trim();
  if (pattern.startsWith("{")) return parseJsonPattern(pattern);
  if (pattern.startsWith("[")) return parseFieldsPattern(pattern);
  return parseTermsPattern(pattern);
}
