import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { recordChange } from "@/lib/activity/service";
import type { ChangedField } from "@/lib/activity/schema";
import { createAnswerCache } from "@/lib/aws/answer-cache";
import { downloadCode, sha256Base64 } from "@/lib/aws/code-download";
import { type CodeSource, type FunctionCode, getFunctionCode, updateFunctionCode } from "@/lib/aws/lambda-code";
import { getFunctionConfiguration } from "@/lib/aws/lambda-functions";
import { processState } from "@/lib/aws/process-state";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection } from "@/lib/connections/service";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format";
import { LATEST } from "@/lib/versions/schema";
import { checkPackage } from "@/lib/zip/check-package";
import { listZip, readFromZip, type ZipEntry } from "@/lib/zip/read-zip";
import { editZip } from "@/lib/zip/write-zip";
import { isSymbolicLink, ZIP_MAX_BYTES } from "./entry-problem";
import { findHandlerFile, handlerPaths } from "./handler-file";
import { comparePackageFiles } from "./package-differences";
import type { CodeSourceRequest, Deployed, FileEdits, Package, PackageComparison, SourceFile } from "./schema";
import { decodeText, SHOWN_FILE_MAX_BYTES, withLineEndsOf } from "./source-text";

/** Packages up to this size are read and edited file by file. */
const EDITABLE_MAX_BYTES = 10 * 1_048_576;
const LISTED_FILES = 2_000;
/** Packages in memory, each at most `EDITABLE_MAX_BYTES`: opening file after file fetches it once. */
const KEPT_PACKAGES = 6;
const KEPT_MS = 10 * 60_000;
const SETTLE_LIMIT_MS = 120_000;
const POLL_MS = 500;

const packages = () => processState("packages", () => createAnswerCache<Buffer>({ maxEntries: KEPT_PACKAGES }));

/** Size, files and handler of a package, and whether it can be edited here. */
export async function describePackage(place: FunctionPlace, qualifier: string): Promise<Package> {
  await requireConnection(place.connection);
  const code = await getFunctionCode(targetOf(place), place.functionName, qualifier);
  const { runtime, handler, packageType, codeSizeBytes, revisionId, lastModifiedMs } = code.function;
  const described = { qualifier, version: code.version, packageType, runtime, handler, codeSha256: code.codeSha256, codeSizeBytes, revisionId, lastModifiedMs, imageUri: code.imageUri };
  const unreadReason = unreadReasonOf(code);
  if (unreadReason) return { ...described, unreadReason, editable: false, editRefusal: unreadReason };
  const entries = await filesOf(await packageOf(code));
  const expected = handlerPaths(runtime, handler);
  const files = entries.toSorted((a, b) => b.sizeBytes - a.sizeBytes).slice(0, LISTED_FILES);
  const editRefusal = editRefusalOf(code, qualifier);
  return {
    ...described,
    contents: {
      unpackedBytes: entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      fileCount: entries.length,
      files: files.map(({ path, sizeBytes, compressedBytes }) => ({ path, sizeBytes, compressedBytes })).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    },
    handlerFile: expected && { expected, found: findHandlerFile(expected, entries.map(({ path }) => path)) },
    editable: editRefusal === undefined,
    editRefusal,
  };
}

/** One file of a package as text, where it is text. */
export async function readSource(place: FunctionPlace, qualifier: string, path: string): Promise<SourceFile> {
  await requireConnection(place.connection);
  const code = await getFunctionCode(targetOf(place), place.functionName, qualifier);
  const found = await readFromZip(await packageOf(code), path);
  if (!found) throw new AppError("not_found", `There is no file ${path} in the package of ${qualifier}.`);
  const { sizeBytes, mode } = found.entry;
  const unshown = (unshownReason: string) => ({ path, sizeBytes, unshownReason });
  if (isSymbolicLink(mode)) return unshown(`A symbolic link to ${found.content.toString("utf8")}.`);
  if (sizeBytes > SHOWN_FILE_MAX_BYTES) return unshown(`Too large to show here: ${formatBytes(sizeBytes)}. Download the package to read it.`);
  const text = decodeText(found.content);
  return text === undefined ? unshown("Not text: its bytes are no UTF-8.") : { path, sizeBytes, text };
}

/** The whole package, its checksum verified, with a name to save it under. */
export async function downloadPackage(place: FunctionPlace, qualifier: string): Promise<{ content: Buffer; fileName: string }> {
  await requireConnection(place.connection);
  const code = await getFunctionCode(targetOf(place), place.functionName, qualifier);
  if (!code.location) throw new AppError("bad_request", "A container image has no package to download.");
  const content = await packageOf(code);
  const suffix = code.version === LATEST ? "latest" : code.version;
  return { content, fileName: `${place.functionName}-${suffix}.zip` };
}

/** Which files differ between two versions. */
export async function comparePackages(place: FunctionPlace, left: string, right: string): Promise<PackageComparison> {
  await requireConnection(place.connection);
  const codes = await Promise.all([left, right].map((qualifier) => getFunctionCode(targetOf(place), place.functionName, qualifier)));
  const [a, b] = await Promise.all(codes.map(async (code) => filesOf(await packageOf(code))));
  return { sameCode: codes[0]?.codeSha256 === codes[1]?.codeSha256, files: comparePackageFiles(a ?? [], b ?? []) };
}

/**
 * Deploys edited files: the package that the person saw with these files changed, everything else as it is. `revision_conflict`
 * when the function has other code by now.
 */
export async function deployFiles(place: FunctionPlace, { revisionId, codeSha256, files, removed }: FileEdits): Promise<Deployed> {
  const code = await getFunctionCode(targetOf(place), place.functionName);
  requireUnchanged(code, { revisionId, codeSha256 });
  const refusal = unreadReasonOf(code) ?? editRefusalOf(code, LATEST);
  if (refusal) throw new AppError("bad_request", refusal);
  const before = await packageOf(code);
  const existing = new Set((await listZip(before)).map(({ path }) => path));
  const contents = new Map<string, Buffer>();
  for (const { path, text } of files) {
    const original = existing.has(path) ? await readFromZip(before, path) : undefined;
    contents.set(path, Buffer.from(withLineEndsOf(original?.content.toString("utf8") ?? "", text), "utf8"));
  }
  const left = [...existing, ...contents.keys()].filter((path) => !path.endsWith("/") && !removed.includes(path));
  if (left.length === 0) throw new AppError("bad_request", "A package cannot be empty.");
  const zip = await editZip(before, { files: contents, removed: new Set(removed) }, new Date());
  const fields: ChangedField[] = [
    ...files.map(({ path }) => ({ field: path, kind: "setting" as const, action: existing.has(path) ? ("changed" as const) : ("added" as const), after: existing.has(path) ? "edited" : "new file" })),
    ...removed.map((path) => ({ field: path, kind: "setting" as const, action: "removed" as const, before: "file" })),
  ];
  return deploy(place, code, { zip }, revisionId, fields);
}

/** Deploys a zip that was uploaded; checked first, and refused when it is not the bytes that the browser read (`sha256`, hexadecimal). */
export async function deployZip(place: FunctionPlace, zip: Buffer, { revisionId, sha256, withoutHandler }: { revisionId: string; sha256: string; withoutHandler: "yes" | "no" }): Promise<Deployed> {
  if (createHash("sha256").update(zip).digest("hex") !== sha256) {
    throw new AppError("bad_request", "The zip arrived damaged: its checksum is not the one of your file.", { hint: "Nothing was changed. Upload it again." });
  }
  const { paths } = await checkPackage(zip);
  const code = await getFunctionCode(targetOf(place), place.functionName);
  requireUnchanged(code, { revisionId });
  const expected = handlerPaths(code.function.runtime, code.function.handler);
  if (expected && !findHandlerFile(expected, paths) && withoutHandler === "no") {
    throw new AppError("bad_request", `The zip has no file for the handler ${code.function.handler}: ${expected.join(" or ")} is missing.`, {
      hint: "Files must lie at the top of the zip, not in a folder of it. Nothing was changed.",
      data: { missingHandler: true },
    });
  }
  return deploy(place, code, { zip }, revisionId, []);
}

/** Deploys from S3 or from a container registry; AWS fetches it itself. */
export async function deploySource(place: FunctionPlace, { revisionId, source }: CodeSourceRequest): Promise<Deployed> {
  const code = await getFunctionCode(targetOf(place), place.functionName);
  requireUnchanged(code, { revisionId });
  const from = "imageUri" in source ? source.imageUri : `s3://${source.bucket}/${source.key}`;
  return deploy(place, code, source, revisionId, [{ field: "Source of the code", kind: "setting", action: "changed", after: from }]);
}

async function deploy(place: FunctionPlace, before: FunctionCode, source: CodeSource, revisionId: string, extra: readonly ChangedField[]): Promise<Deployed> {
  const expected = "zip" in source ? sha256Base64(source.zip) : undefined;
  if (expected === before.codeSha256) throw new AppError("bad_request", "This is the code that the function has already.");
  const checksum = (after: string): ChangedField => ({ field: "Code (SHA-256)", kind: "setting", action: "changed", before: before.codeSha256, after });
  const { changeId, result } = await recordChange(
    place,
    { kind: "code", fields: [checksum(expected ?? "not known yet"), ...extra] },
    async () => {
      const { codeSha256 } = await updateFunctionCode(targetOf(place), place.functionName, source, revisionId);
      if (expected !== undefined && codeSha256 !== expected) {
        throw new AppError("aws_error", "AWS took the code but names another checksum than that of what was sent.", { hint: "Download the package and compare it before you use the function." });
      }
      await settle(place);
      return codeSha256;
    },
    (codeSha256) => [checksum(codeSha256), ...extra],
  );
  return { codeSha256: result, verified: expected === undefined ? undefined : true, changeId };
}

/** Waits until AWS has applied the code. */
async function settle(place: FunctionPlace): Promise<void> {
  const limit = AbortSignal.timeout(SETTLE_LIMIT_MS);
  for (;;) {
    const { lastUpdateStatus, lastUpdateStatusReason } = await getFunctionConfiguration(targetOf(place), place.functionName);
    if (lastUpdateStatus === "Failed") {
      throw new AppError("aws_error", `AWS could not apply the code: ${lastUpdateStatusReason ?? "it gives no reason"}`, { hint: "The function goes on with its former code." });
    }
    if (lastUpdateStatus !== "InProgress") return;
    if (limit.aborted) throw new AppError("timeout", "AWS was still applying the code after two minutes.", { hint: "Look at the function's state in a while." });
    await delay(POLL_MS);
  }
}

function requireUnchanged(code: FunctionCode, seen: { revisionId: string; codeSha256?: string }): void {
  if (code.function.revisionId === seen.revisionId && (seen.codeSha256 === undefined || seen.codeSha256 === code.codeSha256)) return;
  const other = seen.codeSha256 !== undefined && seen.codeSha256 !== code.codeSha256;
  throw new AppError("revision_conflict", `Somebody ${other ? "deployed other code to" : "changed"} ${code.function.name} since you opened it.`, {
    hint: other ? "Nothing was deployed. Your edits stay on the page: reload to see the new code, then put them in again." : "Nothing was deployed. Try again: the code itself is the one you saw.",
    data: { codeSha256: code.codeSha256, revisionId: code.function.revisionId },
  });
}

/** The package's bytes; small ones are kept by their checksum, after AWS has said that we may see them. */
async function packageOf(code: FunctionCode): Promise<Buffer> {
  const refusal = unreadReasonOf(code);
  if (refusal || !code.location) throw new AppError("bad_request", refusal ?? "AWS gives no link to the package.");
  const { location, codeSha256 } = code;
  const load = () => downloadCode(location, { maxBytes: ZIP_MAX_BYTES, codeSha256 });
  return code.function.codeSizeBytes > EDITABLE_MAX_BYTES ? load() : packages().get(codeSha256, { ttlMs: KEPT_MS }, load);
}

async function filesOf(zip: Buffer): Promise<ZipEntry[]> {
  return (await listZip(zip)).filter(({ path }) => !path.endsWith("/"));
}

function unreadReasonOf({ function: { packageType, codeSizeBytes }, location }: FunctionCode): string | undefined {
  if (packageType === "Image") return "It is a container image: what is in it is not looked into.";
  if (codeSizeBytes > ZIP_MAX_BYTES) return `The package has ${formatBytes(codeSizeBytes)}: above 50 MB it is not looked into.`;
  return location ? undefined : "AWS gives no link to the package.";
}

function editRefusalOf({ function: { codeSizeBytes } }: FunctionCode, qualifier: string): string | undefined {
  if (qualifier !== LATEST) return "A published version cannot be changed: edit $LATEST and publish it.";
  return codeSizeBytes > EDITABLE_MAX_BYTES ? `Files are read and edited here up to ${formatBytes(EDITABLE_MAX_BYTES)}; this package has ${formatBytes(codeSizeBytes)}.` : undefined;
}

function targetOf({ connection, region }: FunctionPlace): AwsTarget {
  return { connectionId: connection, region };
}
