import { AppError } from "@/lib/errors";

const ANSI_ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\", "'": "'", '"': '"', a: "\u0007", b: "\b", f: "\f", v: "\v", e: "\u001B", "0": "\0" };

/** Splits a command line as a POSIX shell does, with bash's `$'…'`; variables stay as they are written. Throws `bad_request` on an open quote. */
export function shellWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const take = (text: string) => {
    word = (word ?? "") + text;
  };
  while (at < line.length) {
    const character = line[at] ?? "";
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (character === "\\") {
      // At the end of a line it continues the line.
      const next = line.startsWith("\r\n", at + 1) ? "\r\n" : (line[at + 1] ?? "");
      if (!next.endsWith("\n")) take(next);
      at += 1 + Math.max(next.length, 1);
    } else {
      const [text, next] = readPart(line, at);
      take(text);
      at = next;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** A quoted part or one character; the place behind it. */
function readPart(line: string, at: number): [string, number] {
  if (line.startsWith("$'", at)) return readAnsi(line, at + 2);
  const character = line[at] ?? "";
  if (character === "'") {
    const end = line.indexOf("'", at + 1);
    if (end < 0) throw openQuote("'");
    return [line.slice(at + 1, end), end + 1];
  }
  return character === '"' ? readDouble(line, at + 1) : [character, at + 1];
}

function readDouble(line: string, from: number): [string, number] {
  let text = "";
  for (let at = from; at < line.length; at += 1) {
    const character = line[at] ?? "";
    if (character === '"') return [text, at + 1];
    const next = line[at + 1] ?? "";
    if (character === "\\" && '"\\$`\n'.includes(next) && next !== "") {
      text += next === "\n" ? "" : next;
      at += 1;
    } else text += character;
  }
  throw openQuote('"');
}

function readAnsi(line: string, from: number): [string, number] {
  let text = "";
  for (let at = from; at < line.length; at += 1) {
    const character = line[at] ?? "";
    if (character === "'") return [text, at + 1];
    if (character !== "\\") {
      text += character;
      continue;
    }
    const code = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2}))/.exec(line.slice(at + 1, at + 10));
    const hex = code?.[1] ?? code?.[2] ?? code?.[3];
    const escaped = line[at + 1] ?? "";
    text += hex === undefined ? (ANSI_ESCAPES[escaped] ?? `\\${escaped}`) : String.fromCodePoint(Number.parseInt(hex, 16));
    at += code?.[0].length ?? 1;
  }
  throw openQuote("$'");
}

function openQuote(quote: string): AppError {
  return new AppError("bad_request", `The line has a quote ${quote} that is not closed.`, { hint: "Was it copied whole?" });
}
