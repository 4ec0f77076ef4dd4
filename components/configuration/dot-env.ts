/** Reads `.env` text as the usual tools do: KEY=value, `export`, comments, quotes (double ones with escapes, both over several lines). */
import { findKeyProblem } from "@/lib/configuration/environment-rules";

export interface DotEnvVariable {
  key: string;
  value: string;
}

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=(?:[ \t]*"((?:[^"\\]|\\[^])*)"|[ \t]*'([^']*)'|([^\n]*))/gm;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** A line that is not taken, counted from 1, and why. */
export interface LeftOutLine {
  line: number;
  reason: string;
}

/** Variables in their order, and the lines that are none. Of a name that comes twice the last one counts; the others are left out too. */
export function readDotEnv(text: string): { variables: DotEnvVariable[]; leftOut: LeftOutLine[] } {
  const source = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const values = new Map<string, { value: string; line: number }>();
  const leftOut: LeftOutLine[] = [];
  let end = 0;
  for (const match of source.matchAll(LINE)) {
    const [all, key = "", double, single, bare = ""] = match;
    const line = lineAt(source, match.index);
    const former = values.get(key);
    if (former) leftOut.push({ line: former.line, reason: `${key} comes again on line ${line}, which counts.` });
    leftOut.push(...leftOutBetween(source, end, match.index));
    values.set(key, { value: double === undefined ? (single ?? withoutComment(bare)) : unescape(double), line });
    end = match.index + all.length;
  }
  leftOut.push(...leftOutBetween(source, end, source.length));
  return { variables: [...values].map(([key, { value }]) => ({ key, value })), leftOut: leftOut.sort((a, b) => a.line - b.line) };
}

/** What stands between two variables and is neither empty nor a comment. */
function leftOutBetween(source: string, start: number, end: number): LeftOutLine[] {
  const first = lineAt(source, start);
  const continues = start > 0 && source[start - 1] !== "\n";
  return source.slice(start, end).split("\n").flatMap((text, index) => {
    if (/^\s*(#|$)/.test(text)) return [];
    return [{ line: first + index, reason: continues && index === 0 ? "Text behind the closing quote is not part of the value." : reasonOf(text) }];
  });
}

function reasonOf(text: string): string {
  if (!text.includes("=")) return "There is no = in it.";
  return findKeyProblem(text.slice(0, text.indexOf("=")).replace(/^\s*export\s+/, "").trim()) ?? "It is no KEY=value.";
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split("\n").length;
}

function unescape(text: string): string {
  return text.replaceAll(/\\([^])/g, (_all, character: string) => ESCAPED[character] ?? character);
}

/** A `#` begins a comment only after white space: colours and anchors have it too. */
function withoutComment(text: string): string {
  return text.replace(/\s#.*$/, "").trim();
}
