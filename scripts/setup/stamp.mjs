import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./run.mjs";

/** SHA-256 over the names and contents of files and folders (paths relative to the project; missing ones count as such). */
export function hashOf(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const relative of paths) visit(relative, hash);
  return hash.digest("hex");
}

function visit(relative, hash) {
  const absolute = inProject(relative);
  if (!existsSync(absolute)) return void hash.update(`missing ${relative}\0`);
  const entries = readdirSyncOrUndefined(absolute);
  if (!entries) return void hash.update(`${relative}\0`).update(readFileSync(absolute));
  for (const entry of entries) {
    if (entry === "generated" || entry === "node_modules" || /\.test\.tsx?$/.test(entry)) continue;
    visit(path.posix.join(relative, entry), hash);
  }
}

function readdirSyncOrUndefined(absolute) {
  try {
    return readdirSync(absolute).sort();
  } catch (error) {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** True when the stamp file holds exactly this text. */
export function isStamped(file, text) {
  const absolute = inProject(file);
  return existsSync(absolute) && readFileSync(absolute, "utf8") === text;
}

export function stamp(file, text) {
  const absolute = inProject(file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}
