import "server-only";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { serverEnvironment } from "@/lib/env";
import { database } from "./client";
import { openSealedValues, sealValues } from "./sealed-values";
import type { FunctionPlace } from "./test-events";

export interface DeletedFunction extends FunctionPlace {
  /** The id of the change that deleted it. */
  id: string;
  /** What its settings were, as the one who kept it wrote it down. */
  state: unknown;
  hasCode: boolean;
}

/** Keeps a function that is about to be deleted: settings sealed in the database, the package beside it. */
export async function keepDeletedFunction(kept: Omit<DeletedFunction, "hasCode"> & { deletedBy: string; zip?: Uint8Array }): Promise<void> {
  const { id, state, zip, ...columns } = kept;
  const codeFile = zip ? `${id}.zip` : null;
  if (zip && codeFile) await writePackage(codeFile, zip);
  const db = await database();
  await db.deletedFunction.create({ data: { id, ...columns, codeFile, sealedState: await sealValues(state, id) } });
}

/** undefined when nothing was kept under the id, or the key that sealed it is another one. */
export async function findDeletedFunction(connection: string, id: string): Promise<DeletedFunction | undefined> {
  const db = await database();
  const row = await db.deletedFunction.findFirst({ where: { connection, id } });
  if (!row) return undefined;
  try {
    const state = await openSealedValues(row.sealedState, id);
    return { id, connection: row.connection, region: row.region, functionName: row.functionName, state, hasCode: row.codeFile !== null };
  } catch {
    return undefined;
  }
}

export async function readKeptPackage(id: string): Promise<Buffer> {
  return readFile(path.join(directory(), `${id}.zip`));
}

/** The deletion did not happen: nothing needs to be kept of it. */
export async function forgetDeletedFunction(id: string): Promise<void> {
  const db = await database();
  await db.deletedFunction.deleteMany({ where: { id } });
  await rm(path.join(directory(), `${id}.zip`), { force: true });
}

export async function markFunctionRestored(id: string, restoredAtMs: number): Promise<void> {
  const db = await database();
  await db.deletedFunction.update({ where: { id }, data: { restoredAt: new Date(restoredAtMs) } });
}

/** Whole or not at all: written under another name first. */
async function writePackage(name: string, zip: Uint8Array): Promise<void> {
  const folder = directory();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, name);
  await writeFile(`${file}.part`, zip, { mode: 0o600, flush: true });
  await chmod(`${file}.part`, 0o600);
  await rename(`${file}.part`, file);
}

function directory(): string {
  return path.join(serverEnvironment().WARMSTART_DATA_DIR, "deleted-functions");
}
