/**
 * What makes a zip unfit to be deployed, entry by entry. Names and link targets must stay inside the package, and the whole
 * must fit: 250 MB unpacked. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */

export const ZIP_MAX_BYTES = 52_428_800;
export const UNPACKED_MAX_BYTES = 262_144_000;

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const REGULAR_FILE = 0o100000;
const DIRECTORY = 0o040000;

/** Unix mode of an entry, 0 when the zip was made where there is none. */
export function isSymbolicLink(mode: number): boolean {
  return (mode & FILE_TYPE) === SYMBOLIC_LINK;
}

/** Devices, pipes and sockets have no place in a package. */
export function isSpecialFile(mode: number): boolean {
  const type = mode & FILE_TYPE;
  return type !== 0 && type !== REGULAR_FILE && type !== DIRECTORY && type !== SYMBOLIC_LINK;
}

/** The sentence about a name that would leave the package; undefined when it is fine. */
export function findNameProblem(name: string): string | undefined {
  if (name === "" || name.includes("\0")) return "An entry has no proper name.";
  if (name.includes("\\")) return `“${shown(name)}” has a backslash in its name: make the zip with / between folders.`;
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) return `“${shown(name)}” is an absolute path and would be written outside the package.`;
  if (name.split("/").includes("..")) return `“${shown(name)}” climbs out of the package: remove the entry ${shown(name)} from the archive.`;
  return undefined;
}

/** The sentence about a symbolic link that leads out of the package. */
export function findLinkProblem(name: string, target: string): string | undefined {
  const leaves = `“${shown(name)}” is a symbolic link to “${shown(target)}”, outside the package.`;
  if (target === "" || target.startsWith("/") || target.includes("\\") || target.includes("\0")) return leaves;
  const parts = name.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") {
      if (parts.length === 0) return leaves;
      parts.pop();
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return undefined;
}

function shown(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}
