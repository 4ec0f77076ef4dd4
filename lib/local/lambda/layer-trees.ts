import { createHash, randomUUID } from "node:crypto";
import { copyFile, link, mkdir, readdir, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { CodeStore } from "./code-store.ts";

const TEMPORARY = "tmp-";

/** What functions find as `/opt`: the content of their layers in one folder, one for each combination. */
export interface LayerTrees {
  /** Makes the folder unless it is there; of two files with one path the later layer's stays. */
  prepare(codeIds: readonly string[]): Promise<void>;
  /** Absolute path, whether it was prepared or not. */
  directoryOf(codeIds: readonly string[]): string;
}

export interface LayerTreesOptions {
  /** The region's directory. */
  directory: string;
  code: CodeStore;
  /** The content ids of each combination that some function has. */
  usedLayers(): string[][];
}

/** Opens the folder of trees and removes those that a former process left unused. */
export async function openLayerTrees({ directory, code, usedLayers }: LayerTreesOptions): Promise<LayerTrees> {
  const root = join(directory, "layers");
  await mkdir(root, { recursive: true, mode: 0o700 });
  const directoryOf = (codeIds: readonly string[]) =>
    join(root, createHash("sha256").update(codeIds.join("\n")).digest("hex"));
  const used = new Set(usedLayers().map(directoryOf));
  for (const name of await readdir(root)) {
    if (!used.has(join(root, name))) await rm(join(root, name), { recursive: true, force: true });
  }
  return {
    directoryOf,
    async prepare(codeIds) {
      const target = directoryOf(codeIds);
      if (codeIds.length === 0 || (await exists(target))) return;
      const temporary = join(root, `${TEMPORARY}${randomUUID()}`);
      await mkdir(temporary, { mode: 0o700 });
      try {
        for (const codeId of codeIds) await overlay(code.directoryOf(codeId), temporary);
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { recursive: true, force: true });
        // Two functions with the same layers at once: the other one was first.
        if (!(await exists(target))) throw error;
      }
    },
  };
}

/** Bytes of all files below `directory`. */
export async function unpackedBytes(directory: string): Promise<number> {
  let total = 0;
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) total += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return total;
}

async function overlay(source: string, target: string): Promise<void> {
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(target, entry.name);
    if (entry.isDirectory()) {
      await mkdirOver(to);
      await overlay(from, to);
      continue;
    }
    await rm(to, { recursive: true, force: true });
    if (entry.isSymbolicLink()) await symlink(await readlink(from), to);
    // A hard link takes no room; not every file system has them.
    else await link(from, to).catch(() => copyFile(from, to));
  }
}

async function mkdirOver(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch {
    // An earlier layer has a file where this one has a folder.
    await rm(path, { force: true });
    await mkdir(path, { mode: 0o700 });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
