import "server-only";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { visitZip } from "./read-zip";

export interface ZipEdits {
  /** Path → new content; what is not there yet is added. */
  files: ReadonlyMap<string, Buffer>;
  removed: ReadonlySet<string>;
}

const NEW_FILE_MODE = 0o100_644;

/** The zip with some files changed, added or taken away. All others keep content, order, mode and date. */
export async function editZip(archive: Buffer, { files, removed }: ZipEdits, now: Date): Promise<Buffer> {
  const zip = new ZipFile();
  const added = new Map(files);
  await visitZip(archive, async (entry, read) => {
    const { path, mode, modified, stored } = entry;
    if (removed.has(path)) return;
    const content = files.get(path);
    added.delete(path);
    const options = { mode: mode || NEW_FILE_MODE, mtime: content ? now : modified, compress: !stored };
    if (path.endsWith("/")) zip.addEmptyDirectory(path, { mtime: modified, ...(mode ? { mode } : {}) });
    else zip.addBuffer(content ?? (await read()), path, options);
  });
  for (const [path, content] of added) zip.addBuffer(content, path, { mode: NEW_FILE_MODE, mtime: now });
  zip.end();
  return buffer(zip.outputStream);
}
