/** Lines of a text for a list that renders only those in sight; longer ones are broken. */

/** Start and end of each. */
export type TextLine = readonly [start: number, end: number];

export function linesOf(text: string, maxCharacters: number): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const newLine = text.indexOf("\n", start);
    const end = newLine < 0 ? text.length : newLine;
    let at = start;
    while (end - at > maxCharacters) {
      const cut = at + maxCharacters;
      // Two halves of one character stay together.
      const stop = isHighSurrogate(text.charCodeAt(cut - 1)) ? cut + 1 : cut;
      lines.push([at, stop]);
      at = stop;
    }
    lines.push([at, end]);
    start = end + 1;
  }
  return lines;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
