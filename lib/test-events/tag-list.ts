/** Tags from a line with commas between; each once, in the order written. */
export function readTagList(line: string): string[] {
  return [...new Set(line.split(",").map((tag) => tag.trim()).filter(Boolean))];
}
