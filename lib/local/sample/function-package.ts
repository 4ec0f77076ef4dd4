import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** A date that never changes, so that the same sources make the same bytes (and CodeSha256). */
const PACKAGE_DATE = new Date(Date.UTC(2024, 0, 1));

/** Zips the files of one folder (no subfolders) as a deployment package. */
export async function zipFolder(folder: string): Promise<Buffer> {
  const zip = new ZipFile();
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const name of files.map((entry) => entry.name).sort()) {
    zip.addBuffer(readFileSync(join(folder, name)), name, { mtime: PACKAGE_DATE, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
