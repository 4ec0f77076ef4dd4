import "server-only";
import { findLinkProblem, findNameProblem, isSpecialFile, isSymbolicLink, UNPACKED_MAX_BYTES, ZIP_MAX_BYTES } from "@/lib/code/entry-problem";
import { AppError } from "@/lib/errors";
import { visitZip } from "./read-zip";

const LINK_MAX_BYTES = 4_096;

export interface CheckedPackage {
  paths: string[];
  unpackedBytes: number;
}

/**
 * Looks into a zip that somebody wants to deploy, and unpacks each entry to see that it is what the zip says. `bad_request`
 * for a damaged one, a name or link that leaves the package, a path that comes twice, more than 250 MB unpacked;
 * `payload_too_large` above 50 MB.
 */
export async function checkPackage(archive: Buffer): Promise<CheckedPackage> {
  if (archive.length > ZIP_MAX_BYTES) {
    throw new AppError("payload_too_large", "The zip is larger than 50 MB, the most that Lambda takes directly.", { hint: "Put it into S3 and deploy it from there." });
  }
  const paths = new Set<string>();
  let unpackedBytes = 0;
  await visitZip(archive, async ({ path, mode, sizeBytes }, read) => {
    const problem = findNameProblem(path) ?? (isSpecialFile(mode) ? `“${path}” is no ordinary file.` : undefined);
    if (problem) throw refuse(problem);
    if (paths.has(path)) throw refuse(`“${path}” is in it twice.`);
    paths.add(path);
    // The size is the zip's own claim; reading fails when more comes than it says.
    unpackedBytes += sizeBytes;
    if (unpackedBytes > UNPACKED_MAX_BYTES) throw refuse("Unpacked it is larger than 250 MB, the most that Lambda takes.");
    if (isSymbolicLink(mode)) {
      if (sizeBytes > LINK_MAX_BYTES) throw refuse(`“${path}” is a symbolic link with no proper target.`);
      const leaving = findLinkProblem(path, (await read()).toString("utf8"));
      if (leaving) throw refuse(leaving);
    } else if (!path.endsWith("/")) await read();
  });
  if (paths.size === 0) throw refuse("It is empty.");
  return { paths: [...paths], unpackedBytes };
}

function refuse(sentence: string): AppError {
  return new AppError("bad_request", `The zip is not deployed: ${sentence}`, { hint: "Nothing was changed." });
}
