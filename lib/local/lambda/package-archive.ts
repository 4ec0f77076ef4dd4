/** Unpacks an uploaded zip, trusting nothing in it. https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html */
import { createWriteStream } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { ServiceError } from "../protocols/service-error.ts";
import { invalidParameter } from "./lambda-errors.ts";

const MAX_UNZIPPED_BYTES = 262_144_000;
const MAX_LINK_BYTES = 4_096;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const ANY_EXECUTE = 0o111;

/**
 * Writes the archive below `directory`, which exists and is empty. Rejects with AWS's `ServiceError`
 * for a damaged archive, one that would leave the directory, and one that is too large.
 */
export async function unpackArchive(archive: Buffer, directory: string): Promise<void> {
  const zip = await openArchive(archive);
  const links: { path: string; target: string }[] = [];
  let unzippedBytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unzippedBytes += entry.uncompressedSize;
      if (unzippedBytes > MAX_UNZIPPED_BYTES) throw tooLarge();
      await unpackEntry(zip, entry, directory, links);
    }
    // Last of all, so that no file is ever written through a link.
    for (const link of links) await symlink(link.target, link.path);
  } catch (error) {
    throw isSystemFault(error) || error instanceof ServiceError ? error : damaged();
  } finally {
    zip.close();
  }
}

async function openArchive(archive: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(archive, { lazyEntries: true });
  } catch {
    throw damaged();
  }
}

async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  directory: string,
  links: { path: string; target: string }[],
): Promise<void> {
  const path = join(directory, entry.fileName);
  if (entry.fileName.endsWith("/")) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return;
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const mode = entry.externalFileAttributes >>> 16;
  const content: Readable = await zip.openReadStreamPromise(entry);
  if ((mode & FILE_TYPE) === SYMBOLIC_LINK) {
    if (entry.uncompressedSize > MAX_LINK_BYTES) throw damaged();
    const target = (await buffer(content)).toString("utf8");
    if (leavesPackage(entry.fileName, target)) throw damaged();
    links.push({ path, target });
    return;
  }
  await pipeline(content, createWriteStream(path, { mode: (mode & ANY_EXECUTE) === 0 ? 0o600 : 0o700 }));
}

function leavesPackage(fileName: string, target: string): boolean {
  if (posix.isAbsolute(target) || target.includes("\\")) return true;
  const resolved = posix.join(posix.dirname(fileName), target);
  return resolved === ".." || resolved.startsWith("../");
}

/** The machine's fault, not the archive's: a full disk must not read as a bad upload. */
function isSystemFault(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOSPC" || code === "EACCES" || code === "EMFILE" || code === "EROFS" || code === "EIO";
}

function damaged(): ServiceError {
  return invalidParameter("Could not unzip uploaded file. Please check your file, then try to upload again.");
}

function tooLarge(): ServiceError {
  return invalidParameter(`Unzipped size must be smaller than ${MAX_UNZIPPED_BYTES} bytes`);
}
