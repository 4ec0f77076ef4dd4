import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ServiceError } from "../protocols/service-error.ts";
import type { CodePackage } from "./function-record.ts";
import { invalidParameter } from "./lambda-errors.ts";
import { unpackArchive } from "./package-archive.ts";

const MAX_ZIP_BYTES = 52_428_800;
/** An environment that was busy at an update still reads its old code: longer than any invocation. */
const GRACE_MS = 20 * 60_000;
const TEMPORARY = "tmp-";

/** Uploaded packages: each once, by content, as zip and unpacked. */
export interface CodeStore {
  /** Stores and unpacks a zip; rejects with AWS's `ServiceError` for one that it would not take. */
  save(zip: Buffer): Promise<CodePackage>;
  /** Unpacked package: absolute path. */
  directoryOf(codeId: string): string;
  /** The zip as it was uploaded: absolute path. */
  archiveOf(codeId: string): string;
  /** To be called when a function stopped using a package: it goes later if nobody uses it then. */
  release(codeId: string): void;
  close(): void;
}

export interface CodeStoreOptions {
  /** The region's directory. */
  directory: string;
  isUsed(codeId: string): boolean;
  onBug(error: unknown): void;
}

/** Opens the store and removes what a former process left unused. */
export async function openCodeStore({ directory, isUsed, onBug }: CodeStoreOptions): Promise<CodeStore> {
  const root = join(directory, "code");
  await mkdir(root, { recursive: true, mode: 0o700 });
  const timers = new Set<NodeJS.Timeout>();
  const savedMs = new Map<string, number>();
  const directoryOf = (codeId: string) => join(root, codeId);
  const archiveOf = (codeId: string) => join(root, `${codeId}.zip`);

  const remove = async (codeId: string): Promise<void> => {
    await rm(directoryOf(codeId), { recursive: true, force: true });
    await rm(archiveOf(codeId), { force: true });
  };

  for (const name of await readdir(root)) {
    const codeId = name.replace(/\.zip$/, "");
    if (name.startsWith(TEMPORARY)) await rm(join(root, name), { recursive: true, force: true });
    else if (!isUsed(codeId)) await remove(codeId);
  }

  const save = async (zip: Buffer): Promise<CodePackage> => {
    if (zip.length === 0) throw invalidParameter("Uploaded file must be a non-empty zip");
    if (zip.length > MAX_ZIP_BYTES) throw zipTooLarge();
    const id = createHash("sha256").update(zip).digest("hex");
    savedMs.set(id, performance.now());
    if (!(await exists(directoryOf(id)))) await unpackInto(root, zip, directoryOf(id), archiveOf(id));
    return { id, sizeBytes: zip.length };
  };

  const release = (codeId: string): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const fresh = performance.now() - (savedMs.get(codeId) ?? -Infinity) < GRACE_MS;
      if (fresh) return release(codeId);
      savedMs.delete(codeId);
      if (!isUsed(codeId)) remove(codeId).catch(onBug);
    }, GRACE_MS);
    timer.unref();
    timers.add(timer);
  };

  const close = (): void => timers.forEach((timer) => clearTimeout(timer));
  return { save, directoryOf, archiveOf, release, close };
}

/** The unpacked folder appears last: where it is, the package is complete. */
async function unpackInto(root: string, zip: Buffer, target: string, archive: string): Promise<void> {
  const temporary = join(root, `${TEMPORARY}${randomUUID()}`);
  await mkdir(temporary, { mode: 0o700 });
  try {
    await unpackArchive(zip, temporary);
    await writeFile(`${temporary}.zip`, zip, { mode: 0o600, flush: true });
    await rename(`${temporary}.zip`, archive);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    await rm(`${temporary}.zip`, { force: true });
    // Two uploads of one package at once: the other one was first.
    if (!(await exists(target))) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function zipTooLarge(): ServiceError {
  return new ServiceError(
    "RequestEntityTooLargeException",
    413,
    `Zipped size must be smaller than ${MAX_ZIP_BYTES} bytes`,
  );
}
