/** Ranges of the address in words. Pure. */

const WORDS: Record<string, string> = {
  "15m": "the last 15 minutes",
  "1h": "the last hour",
  "3h": "the last 3 hours",
  "24h": "the last 24 hours",
  "7d": "the last 7 days",
};
const LADDER = ["15m", "1h", "3h", "24h", "7d"];

/** `the last hour`; a custom range is `this range`. */
export function rangeInWords(range: string): string {
  return WORDS[range] ?? "this range";
}

/** The ranges that look further back, nearest first. A custom range is only followed by the longest. */
export function longerRanges(range: string): string[] {
  const position = LADDER.indexOf(range);
  return position < 0 ? LADDER.slice(-1) : LADDER.slice(position + 1);
}
