/** How well what was typed fits a text, forgiving a slip of the finger. Pure. */

/** Words shorter than this are short enough to be typed again. */
const LEAST_FORGIVEN = 4;
const LEAST_FORGIVEN_TWICE = 8;

/** What was typed, as lower-case words. */
export function wordsOf(typed: string): string[] {
  return typed.toLowerCase().split(/\s+/).filter(Boolean);
}

/** From 0 (a word is missing) to 1 (the text itself): the worst of the words decides. `text` is in lower case. */
export function exactScore(words: readonly string[], text: string): number {
  return Math.min(1, ...words.map((word) => wordScore(word, text)));
}

/** As `exactScore`, but below every exact one: each word may have a slip, a long one two. */
export function typoScore(words: readonly string[], text: string): number {
  const tokens = tokensOf(text);
  return Math.min(...words.map((word) => wordScore(word, text) || Math.max(0, ...tokens.map((token) => slipScore(word, token)))));
}

function wordScore(word: string, text: string): number {
  if (text === word) return 1;
  if (!text.includes(word)) return 0;
  if (text.startsWith(word)) return 0.9;
  return tokensOf(text).some((token) => token.startsWith(word)) ? 0.8 : 0.7;
}

function tokensOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function slipScore(word: string, token: string): number {
  const forgiven = word.length >= LEAST_FORGIVEN_TWICE ? 2 : word.length >= LEAST_FORGIVEN ? 1 : 0;
  if (forgiven === 0 || token.length < word.length - forgiven) return 0;
  const slips = slipsBetween(word, token);
  return slips <= forgiven ? 0.5 - slips / 10 : 0;
}

/**
 * Letters missing, added, wrong or swapped between `word` and the beginning of `token` that fits it best
 * (optimal string alignment): who is still typing has only the beginning.
 */
export function slipsBetween(word: string, token: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: token.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= token.length; column += 1) {
      const same = word[row - 1] === token[column - 1];
      const swapped = row > 1 && column > 1 && word[row - 1] === token[column - 2] && word[row - 2] === token[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(...last);
}
