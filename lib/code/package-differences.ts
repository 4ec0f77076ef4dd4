/** Files of two packages, path by path, by their size and CRC-32. */
import type { PackageComparison } from "./schema";

interface ComparedFile {
  path: string;
  sizeBytes: number;
  crc32: number;
}

/** What differs first, each group by path. Folders are left out. */
export function comparePackageFiles(left: readonly ComparedFile[], right: readonly ComparedFile[]): PackageComparison["files"] {
  const [ofLeft, ofRight] = [byPath(left), byPath(right)];
  const rows = [...new Set([...ofLeft.keys(), ...ofRight.keys()])].toSorted().map((path) => {
    const [a, b] = [ofLeft.get(path), ofRight.get(path)];
    const same = a !== undefined && b !== undefined && a.sizeBytes === b.sizeBytes && a.crc32 === b.crc32;
    const state = same ? ("same" as const) : a === undefined ? ("right_only" as const) : b === undefined ? ("left_only" as const) : ("different" as const);
    return { path, state, leftBytes: a?.sizeBytes, rightBytes: b?.sizeBytes };
  });
  return [...rows.filter(({ state }) => state !== "same"), ...rows.filter(({ state }) => state === "same")];
}

function byPath(files: readonly ComparedFile[]): Map<string, ComparedFile> {
  return new Map(files.filter(({ path }) => !path.endsWith("/")).map((file) => [file.path, file]));
}
