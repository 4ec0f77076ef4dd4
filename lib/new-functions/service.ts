import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { ChangedField } from "@/lib/activity/schema";
import { recordChange } from "@/lib/activity/service";
import { downloadCode } from "@/lib/aws/code-download";
import { listAliases } from "@/lib/aws/lambda-aliases";
import { type Blueprint, blueprintSchema, createFunction, deleteFunction, type ReadBlueprint, readBlueprint } from "@/lib/aws/lambda-create";
import { listEventSourceMappings } from "@/lib/aws/lambda-event-sources";
import { getFunctionConfiguration, listFunctions } from "@/lib/aws/lambda-functions";
import { getPolicy } from "@/lib/aws/lambda-policy";
import { processState } from "@/lib/aws/process-state";
import { putReservedConcurrency } from "@/lib/aws/lambda-reserved-concurrency";
import { listFunctionUrls } from "@/lib/aws/lambda-url";
import { listVersions } from "@/lib/aws/lambda-versions";
import { requireConnection, requireMode } from "@/lib/connections/service";
import { findDeletedFunction, forgetDeletedFunction, keepDeletedFunction, markFunctionRestored, readKeptPackage } from "@/lib/db/deleted-functions";
import type { ChangeRecord } from "@/lib/db/changes";
import type { FunctionPlace } from "@/lib/db/test-events";
import { operatorName } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { forgetFunctions } from "@/lib/functions/service";
import { checkPackage } from "@/lib/zip/check-package";
import { editZip } from "@/lib/zip/write-zip";
import { z } from "zod";
import { describeDeletion } from "./deletion";
import { createdFields } from "./created-fields";
import type { DeletionPreview, NewFunction } from "./schema";
import { TEMPLATES } from "./templates";

/** What CreateFunction takes directly; a larger package could not be put back. */
const KEPT_MAX_BYTES = 50 * 1024 * 1024;
const ACTIVE_LIMIT_MS = 60_000;
/** The end record of a zip without entries. */
const EMPTY_ZIP = Buffer.from(`504b0506${"00".repeat(18)}`, "hex");

const keptStateSchema = z.object({ blueprint: blueprintSchema, reservedConcurrency: z.number().optional(), imageUri: z.string().optional() });

/** Roles that the functions of the connection's regions run under, most used first. A region that cannot be read adds none. */
export async function listKnownRoles(connection: string): Promise<{ roles: { arn: string; functions: number }[] }> {
  const { regions } = await requireConnection(connection);
  const lists = await Promise.all(regions.map((region) => listFunctions({ connectionId: connection, region }).catch(nothingWhenRefused)));
  const counts = new Map<string, number>();
  for (const { roleArn } of lists.flat()) if (roleArn) counts.set(roleArn, (counts.get(roleArn) ?? 0) + 1);
  const roles = [...counts].map(([arn, functions]) => ({ arn, functions }));
  return { roles: roles.sort((a, b) => b.functions - a.functions || (a.arn < b.arn ? -1 : 1)) };
}

function nothingWhenRefused(error: unknown): never[] {
  if (isAppError(error)) return [];
  throw error;
}

/** `codeKept` false: Undo cannot make it again. */
interface Deletion {
  changeId: string;
  codeKept: boolean;
}

interface Code {
  zip?: Buffer;
  imageUri?: string;
}

/** Makes a function from a template, a zip or another function, and waits until it can be invoked. */
export async function createNewFunction(connection: string, request: NewFunction): Promise<{ region: string; name: string; changeId: string }> {
  const { region, name } = request;
  await requireMode(connection, "operate");
  const place = { connection, region, functionName: name };
  const { blueprint, code, reservedConcurrency } = await planCreation(connection, request);
  const fields = createdFields(request, blueprint, reservedConcurrency);
  const { changeId } = await recordChange(place, { kind: "create", fields }, () => make(place, blueprint, code, reservedConcurrency));
  return { region, name, changeId };
}

async function planCreation(connection: string, request: NewFunction): Promise<{ blueprint: Blueprint; code: Code; reservedConcurrency?: number }> {
  const { source } = request;
  const own: Blueprint = {
    Role: request.roleArn,
    Runtime: request.runtime,
    Handler: request.handler,
    Description: request.description || undefined,
    MemorySize: request.memoryMb,
    Timeout: request.timeoutSeconds,
    Architectures: [request.architecture],
  };
  if (source.kind === "copy") return planCopy(connection, request, source, own);
  if (request.runtime === undefined || request.handler === undefined) throw new AppError("bad_request", "A function needs a runtime and a handler.");
  if (source.kind === "zip") {
    const zip = Buffer.from(source.zipBase64, "base64");
    await checkPackage(zip);
    return { blueprint: own, code: { zip } };
  }
  const template = TEMPLATES.find(({ id }) => id === source.template);
  if (!template) throw new AppError("bad_request", "There is no such template.");
  const files = new Map(Object.entries(template.files).map(([path, text]) => [path, Buffer.from(text)]));
  return { blueprint: own, code: { zip: await editZip(EMPTY_ZIP, { files, removed: new Set() }, new Date()) } };
}

async function planCopy(connection: string, request: NewFunction, source: Extract<NewFunction["source"], { kind: "copy" }>, own: Blueprint) {
  const read = await readBlueprint({ connectionId: connection, region: source.region }, source.name);
  const { Environment, Tags, ...settings } = read.blueprint;
  if (source.region !== request.region && (settings.Layers || settings.VpcConfig || settings.FileSystemConfigs || settings.KMSKeyArn)) {
    throw new AppError("bad_request", `${source.name} uses layers, a VPC, a file system or a key of ${source.region}, which do not exist in ${request.region}.`, {
      hint: `Copy it within ${source.region}, or create it from its zip and set these anew.`,
    });
  }
  if (source.variables && read.environmentError) throw new AppError("aws_error", `AWS cannot decrypt the variables at present: ${read.environmentError}`, { hint: "Copy it without its variables." });
  const blueprint = {
    ...settings,
    ...own,
    ...(read.imageUri ? { Runtime: undefined, Handler: undefined } : {}),
    Environment: source.variables ? Environment : undefined,
    Tags: source.tags ? Tags : undefined,
  };
  return { blueprint, code: await fetchCode(read), reservedConcurrency: source.concurrency ? read.reservedConcurrency : undefined };
}

async function fetchCode({ imageUri, location, codeSha256, codeSizeBytes }: ReadBlueprint): Promise<Code> {
  if (imageUri) return { imageUri };
  if (location === undefined) throw new AppError("aws_error", "AWS gave no link to the package.");
  if (codeSizeBytes > KEPT_MAX_BYTES) {
    throw new AppError("payload_too_large", `The package has ${Math.ceil(codeSizeBytes / 1_048_576)} MB; AWS takes at most 50 MB from us directly.`);
  }
  return { zip: await downloadCode(location, { maxBytes: KEPT_MAX_BYTES, codeSha256 }) };
}

async function make(place: FunctionPlace, blueprint: Blueprint, code: Code, reservedConcurrency: number | undefined): Promise<void> {
  const target = targetOf(place);
  const { functionName } = place;
  try {
    await createFunction(target, functionName, blueprint, code.zip ? { zip: code.zip } : { imageUri: code.imageUri ?? "" });
  } catch (error) {
    if (!isAppError(error) || error.details.awsErrorName !== "ResourceConflictException") throw error;
    throw new AppError("conflict", `There is a function ${functionName} in ${place.region} already.`, { hint: "Choose another name." });
  }
  await untilActive(place);
  if (reservedConcurrency !== undefined) await putReservedConcurrency(target, functionName, reservedConcurrency);
}

async function untilActive(place: FunctionPlace): Promise<void> {
  const limit = AbortSignal.timeout(ACTIVE_LIMIT_MS);
  for (let poll = 1; ; poll += 1) {
    const { state, stateReason } = await getFunctionConfiguration(targetOf(place), place.functionName);
    if (state === "Failed") throw new AppError("aws_error", `AWS created the function but could not set it up: ${stateReason ?? "it gives no reason"}`);
    // A function in a VPC may take minutes: its page shows the state.
    if (state !== "Pending" || limit.aborted) return;
    await delay(Math.min(25 * 2 ** poll, 1_000));
  }
}

/** What a deletion takes along and leaves; what may not be read is left out. */
export async function previewDeletion(place: FunctionPlace): Promise<DeletionPreview> {
  await requireConnection(place.connection);
  const target = targetOf(place);
  const { functionName: name } = place;
  const optional = <T>(read: Promise<T>): Promise<T | undefined> => read.catch((error: unknown) => (isAppError(error) ? undefined : Promise.reject(error)));
  const [present, versions, aliases, urls, policy, mappings, whole] = await Promise.all([
    getFunctionConfiguration(target, name),
    optional(listVersions(target, name)),
    optional(listAliases(target, name)),
    optional(listFunctionUrls(target, name)),
    optional(getPolicy(target, name)),
    optional(listEventSourceMappings(target, name)),
    optional(readBlueprint(target, name)),
  ]);
  return describeDeletion({
    versions: (versions ?? []).filter(({ version }) => version !== "$LATEST").length,
    aliases: (aliases ?? []).map((alias) => alias.name),
    urls: urls?.length ?? 0,
    hasPolicy: policy !== undefined,
    reservedConcurrency: whole?.reservedConcurrency,
    mappings: mappings ?? [],
    logGroup: present.logGroup,
    roleArn: present.roleArn,
    deadLetterArn: whole?.blueprint.DeadLetterConfig?.TargetArn,
    codeSizeBytes: present.packageType === "Image" ? undefined : present.codeSizeBytes,
  });
}

/**
 * Deletes a function, after keeping its settings (sealed) and its package. When the package cannot be had: `conflict` with
 * `data: { codeNotKept: true }`, unless `withoutCode`.
 */
export async function deleteKeeping(place: FunctionPlace, { confirm, withoutCode }: { confirm: string; withoutCode: boolean }): Promise<Deletion> {
  await requireMode(place.connection, "operate");
  const { connection, region, functionName } = place;
  if (confirm !== functionName) throw new AppError("bad_request", `Type ${functionName} to delete it.`);
  const running = processState("function-deletions", () => new Map<string, Promise<Deletion>>());
  const key = `${connection} ${region} ${functionName}`;
  // A second click is the same deletion: it would find nothing to delete.
  const present = running.get(key) ?? deleteOnce(place, withoutCode).finally(() => running.delete(key));
  running.set(key, present);
  return present;
}

async function deleteOnce(place: FunctionPlace, withoutCode: boolean): Promise<Deletion> {
  const target = targetOf(place);
  const { functionName } = place;
  const read = await readBlueprint(target, functionName);
  const code = withoutCode ? {} : await fetchCode(read).catch((error: unknown) => Promise.reject(notKept(error)));
  const id = randomUUID();
  const state = { blueprint: read.blueprint, reservedConcurrency: read.reservedConcurrency, imageUri: code.imageUri };
  await keepDeletedFunction({ id, ...place, state, deletedBy: operatorName(), zip: code.zip });
  const fields: ChangedField[] = [{ field: "Function", kind: "setting", action: "removed", before: functionName }];
  try {
    await recordChange(place, { id, kind: "delete", fields }, () => deleteFunction(target, functionName).catch(passWhenGone));
  } catch (error) {
    const refused = isAppError(error) && error.code !== "timeout" && error.code !== "unreachable";
    if (refused) await forgetDeletedFunction(id);
    throw error;
  }
  return { changeId: id, codeKept: code.zip !== undefined || code.imageUri !== undefined };
}

/** It was there a moment ago: a first try whose answer was lost has deleted it. */
function passWhenGone(error: unknown): void {
  if (!isAppError(error) || error.code !== "not_found") throw error;
}

function notKept(error: unknown): unknown {
  if (!isAppError(error)) return error;
  return new AppError("conflict", `The code cannot be kept: ${error.message}`, { hint: "Nothing was deleted. Without the code, Undo cannot make the function again.", data: { codeNotKept: true } });
}

/** Why a deleted function cannot be made again; undefined when it can. */
export async function refuseRecreation(place: FunctionPlace, record: Pick<ChangeRecord, "id">): Promise<string | undefined> {
  const kept = await findDeletedFunction(place.connection, record.id);
  if (!kept) return "Its configuration can no longer be opened: the data directory's secret.key is another one, or it was cleared.";
  if (!kept.hasCode && keptStateSchema.parse(kept.state).imageUri === undefined) return "Its code was not kept.";
  const exists = await getFunctionConfiguration(targetOf(place), place.functionName).then(
    () => true,
    (error: unknown) => {
      if (isAppError(error) && error.code === "not_found") return false;
      throw error;
    },
  );
  return exists ? `There is a function ${place.functionName} in ${place.region} again.` : undefined;
}

/** Makes a deleted function again, as it was when it was deleted; answers the id of the change. */
export async function recreateFunction(place: FunctionPlace, record: Pick<ChangeRecord, "id">, columns: { batchId?: string } = {}): Promise<string> {
  const refusal = await refuseRecreation(place, record);
  if (refusal) throw new AppError("conflict", `The function cannot be made again. ${refusal}`);
  const kept = await findDeletedFunction(place.connection, record.id);
  const { blueprint, reservedConcurrency, imageUri } = keptStateSchema.parse(kept?.state);
  const code: Code = imageUri ? { imageUri } : { zip: await readKeptPackage(record.id) };
  const fields: ChangedField[] = [{ field: "Function", kind: "setting", action: "added", after: place.functionName }];
  const { changeId } = await recordChange(place, { kind: "create", fields, undoesId: record.id, ...columns }, () => make(place, blueprint, code, reservedConcurrency));
  await markFunctionRestored(record.id, Date.now());
  forgetFunctions(targetOf(place));
  return changeId;
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
