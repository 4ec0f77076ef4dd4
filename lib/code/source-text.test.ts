import { expect, test } from "vitest";
import { decodeText, languageOf, withLineEndsOf } from "./source-text";

const bytes = (...values: number[]) => Uint8Array.from(values);

test.each<[Uint8Array, string | undefined]>([
  [new TextEncoder().encode("const a = “ä”;\n"), "const a = “ä”;\n"],
  [bytes(), ""],
  [bytes(0xef, 0xbb, 0xbf, 0x41), "\uFEFFA"],
  [bytes(0x41, 0, 0x42), undefined],
  [bytes(0xff, 0xfe), undefined],
  [bytes(0xe2, 0x82), undefined],
])("decodes %j", (content, expected) => expect(decodeText(content)).toBe(expected));

test.each([
  ["a\r\nb\r\n", "a\nB\n", "a\r\nB\r\n"],
  ["a\nb\n", "a\nB\n", "a\nB\n"],
  ["a\r\nb\n", "a\nB\n", "a\nB\n"],
  ["", "x\r\ny", "x\ny"],
])("keeps the line ends of %j", (original, edited, expected) => expect(withLineEndsOf(original, edited)).toBe(expected));

test.each([
  ["index.mjs", "javascript"],
  ["src/App.TSX", "typescript"],
  ["app.py", "python"],
  ["package.json", "json"],
  ["Makefile", "text"],
])("%s is %s", (path, language) => expect(languageOf(path)).toBe(language));
