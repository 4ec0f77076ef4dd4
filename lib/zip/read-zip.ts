import "server-only";
import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { findNameProblem } from "@/lib/code/entry-problem";
import { AppError, isAppError } from "@/lib/errors";

export interface ZipEntry {
  /** With forward slashes; a folder's ends with one. */
  path: string;
  sizeBytes: number;
  compressedBytes: number;
  /** Unix mode with its file type; 0 when the zip was made where there is none. */
  mode: number;
  modified: Date;
  /** Stored without compression. */
  stored: boolean;
  /** CRC-32 of the content, as the zip says. */
  crc32: number;
}

/** Calls `visit` for each entry, in the zip's order; `read` unpacks its content and fails when it is not of the size that the zip says. */
export async function visitZip(archive: Buffer, visit: (entry: ZipEntry, read: () => Promise<Buffer>) => void | Promise<void>): Promise<void> {
  let zip: ZipFile | undefined;
  try {
    // Names are judged by the visitor, which can say what is wrong with them.
    zip = await fromBufferPromise(archive, { lazyEntries: true, decodeStrings: true, strictFileNames: true });
    const opened = zip;
    for await (const entry of opened.eachEntry()) {
      await visit(toZipEntry(entry), async () => buffer(await opened.openReadStreamPromise(entry)));
    }
  } catch (error) {
    if (isAppError(error)) throw error;
    const leaving = leavingPath(error);
    if (leaving) throw new AppError("bad_request", `The zip is not deployed: ${findNameProblem(leaving)}`, { hint: "Nothing was changed." });
    throw new AppError("bad_request", `The zip cannot be read: ${sentenceOf(error)}`, { hint: "Make it again with another tool, then try once more." });
  } finally {
    zip?.close();
  }
}

export async function listZip(archive: Buffer): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  await visitZip(archive, (entry) => void entries.push(entry));
  return entries;
}

/** Content of one file; undefined when the zip has none of that path. The last of two with one path is the one that is unpacked. */
export async function readFromZip(archive: Buffer, path: string): Promise<{ entry: ZipEntry; content: Buffer } | undefined> {
  let found: { entry: ZipEntry; content: Buffer } | undefined;
  await visitZip(archive, async (entry, read) => {
    if (entry.path === path) found = { entry, content: await read() };
  });
  return found;
}

function toZipEntry(entry: Entry): ZipEntry {
  return {
    path: entry.fileName,
    sizeBytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    mode: entry.externalFileAttributes >>> 16,
    modified: entry.getLastModDate(),
    stored: entry.compressionMethod === 0,
    crc32: entry.crc32,
  };
}

/** The name of an entry that yauzl refuses because it climbs out. */
function leavingPath(error: unknown): string | undefined {
  return error instanceof Error ? /^invalid relative path: (.+)$/s.exec(error.message)?.[1] : undefined;
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "it is damaged";
  if (/^(absolute path|invalid characters in fileName)/.test(message)) return `${message}.`;
  if (/encrypted/i.test(message)) return "it is encrypted.";
  return "it is damaged, or no zip at all.";
}
