/** Reads `.env` text as the usual tools do: KEY=value, `export`, comments, quotes (double ones with escapes, both over several lines). */

export interface DotEnvVariable {
  key: string;
  value: string;
}

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=(?:[ \t]*"((?:[^"\\]|\\[^])*)"|[ \t]*'([^']*)'|([^\n]*))/gm;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Variables in their order; of a name that comes twice, the last value. Lines that are none are skipped. */
export function parseDotEnv(text: string): DotEnvVariable[] {
  const values = new Map<string, string>();
  for (const [, key = "", double, single, bare = ""] of text.replaceAll(/\r\n?/g, "\n").matchAll(LINE)) {
    values.set(key, double === undefined ? (single ?? withoutComment(bare)) : unescape(double));
  }
  return [...values].map(([key, value]) => ({ key, value }));
}

function unescape(text: string): string {
  return text.replaceAll(/\\([^])/g, (_all, character: string) => ESCAPED[character] ?? character);
}

/** A `#` begins a comment only after white space: colours and anchors have it too. */
function withoutComment(text: string): string {
  return text.replace(/\s#.*$/, "").trim();
}
