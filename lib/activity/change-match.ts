/** Finds changes by words: each must occur in what a reader sees of the change. */
import type { ListedChange } from "./schema";

/** Words of a search, in small letters. */
export function searchWords(text: string | undefined): string[] {
  return text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
}

/** True when every word is in the function, the kind, the fields, the values, the person, the page or the error. */
export function matchesWords(change: ListedChange, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { functionName, region, kind, changedBy, page, error, fields } = change;
  const parts = [functionName, region, kind.replaceAll("_", " "), changedBy, page, error, ...fields.flatMap(({ field, before, after, action }) => [field, before, after, action])];
  const text = parts.filter((part) => part !== undefined).join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}
