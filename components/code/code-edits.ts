/** What was edited of a package: texts by path, and paths taken away. */

export interface CodeEdits {
  texts: ReadonlyMap<string, string>;
  /** As they were, of the files that are there already. */
  originals: ReadonlyMap<string, string>;
  removed: ReadonlySet<string>;
}

export const NO_CODE_EDITS: CodeEdits = { texts: new Map(), originals: new Map(), removed: new Set() };

/** A file with another text; with its own again it is no edit. `original` undefined = a new file. */
export function withFile(edits: CodeEdits, path: string, text: string, original: string | undefined): CodeEdits {
  const texts = new Map(edits.texts);
  const originals = new Map(edits.originals);
  // The editor's line ends are \n only: such a text is the same file.
  if (original !== undefined && text === original.replaceAll("\r\n", "\n")) texts.delete(path);
  else texts.set(path, text);
  if (original !== undefined) originals.set(path, original);
  return { texts, originals, removed: new Set([...edits.removed].filter((each) => each !== path)) };
}

/** A file taken away; one that was only added here is forgotten. */
export function withoutFile(edits: CodeEdits, path: string, exists: boolean): CodeEdits {
  const texts = new Map(edits.texts);
  texts.delete(path);
  return { ...edits, texts, removed: exists ? new Set([...edits.removed, path]) : edits.removed };
}

/** Paths of the package with the edits in it, in order; removed ones stay in the list, to be given back. */
export function applyEdits(paths: readonly string[], edits: CodeEdits): string[] {
  return [...new Set([...paths, ...edits.texts.keys()])].toSorted();
}
