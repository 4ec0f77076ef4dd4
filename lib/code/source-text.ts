/** Bytes of a file as text that can be edited without harm, and back. */

/** Largest file that is shown. */
export const SHOWN_FILE_MAX_BYTES = 1_048_576;

/** The text, or undefined for what is not UTF-8 or has NUL bytes: it would not come back as it was. A byte order mark stays. */
export function decodeText(content: Uint8Array): string | undefined {
  if (content.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** The edited text with the line ends of the file: an editor knows only \n. */
export function withLineEndsOf(original: string, edited: string): string {
  const plain = edited.replaceAll("\r\n", "\n");
  return original.includes("\r\n") && !/[^\r]\n/.test(original) ? plain.replaceAll("\n", "\r\n") : plain;
}

export type SourceLanguage = "javascript" | "typescript" | "python" | "json" | "text";

const LANGUAGES: Readonly<Record<string, SourceLanguage>> = {
  js: "javascript", mjs: "javascript", cjs: "javascript", jsx: "javascript",
  ts: "typescript", mts: "typescript", cts: "typescript", tsx: "typescript",
  py: "python", pyi: "python",
  json: "json", map: "json",
};

export function languageOf(path: string): SourceLanguage {
  return LANGUAGES[/\.([a-z]+)$/.exec(path.toLowerCase())?.[1] ?? ""] ?? "text";
}
