import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, unlink } from "node:fs/promises";
import path from "node:path";
import { serverEnvironment } from "@/lib/env";

/**
 * Keeps values of variables unreadable in the database: AES-256-GCM under a key that lies beside it, in
 * `<data directory>/secret.key` (32 bytes, mode 0600, made on first use). Losing the file loses only Undo of old
 * changes of variables.
 */
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

let cachedKey: Promise<Buffer> | undefined;

/** Seals a JSON value. `context` (for instance the change's id) must be the same when it is opened. */
export async function sealValues(values: unknown, context: string): Promise<string> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", derive(await secretKey(), "sealed values"), iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(values), "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Opens what `sealValues` sealed. Throws when key, context or bytes are not the same. */
export async function openSealedValues(text: string, context: string): Promise<unknown> {
  const bytes = Buffer.from(text, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", derive(await secretKey(), "sealed values"), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(opened.toString("utf8"));
}

/**
 * A maker of fingerprints: 32 hex digits that change with the value. Keyed, so that short values cannot be found by trying;
 * bound to `scope`, so that equal values of two variables do not show as equal.
 */
export async function fingerprinter(): Promise<(scope: string, value: string) => string> {
  const key = derive(await secretKey(), "fingerprints");
  return (scope, value) => createHmac("sha256", key).update(JSON.stringify([scope, value])).digest("hex").slice(0, 32);
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `warmstart ${purpose}`, KEY_BYTES));
}

function secretKey(): Promise<Buffer> {
  cachedKey ??= readOrCreateKey(path.join(serverEnvironment().WARMSTART_DATA_DIR, "secret.key")).catch((error: unknown) => {
    cachedKey = undefined;
    throw error;
  });
  return cachedKey;
}

async function readOrCreateKey(file: string): Promise<Buffer> {
  const key = (await readKey(file)) ?? (await createKey(file));
  if (key.length !== KEY_BYTES) throw new Error(`${file} is damaged: it must hold ${KEY_BYTES} bytes`);
  return key;
}

async function readKey(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written whole under another name, then linked: a crash leaves no half key, and of two processes the first wins. */
async function createKey(file: string): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = await open(temporary, "wx", 0o600);
  try {
    await handle.writeFile(randomBytes(KEY_BYTES));
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await unlink(temporary);
  }
  return readFile(file);
}
