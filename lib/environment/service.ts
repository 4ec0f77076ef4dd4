import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { applyChange } from "@/lib/activity/service";
import { type FunctionSettings, getConfiguration } from "@/lib/aws/lambda-configuration";
import { compareEnvironments, diffEnvironment, environmentChangedMeanwhile, mergeEnvironment } from "@/lib/configuration/environment-merge";
import { environmentSizeBytes, sizeBytesOf } from "@/lib/configuration/environment-rules";
import type { Environment, EnvironmentConflict, environmentUpdateSchema, UpdateResult } from "@/lib/configuration/schema";
import { findSecretHint } from "@/lib/configuration/secret-hint";
import { requireConnection, requireMode } from "@/lib/connections/service";
import { recordIntent, recordOutcome } from "@/lib/db/changes";
import { fingerprinter } from "@/lib/db/sealed-values";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { matrixRows } from "./matrix";
import type { EnvironmentMatrix, MatrixColumn } from "./schema";

/** Names, sizes and fingerprints of the variables; never a value. */
export async function getEnvironment(place: FunctionPlace): Promise<Environment> {
  return toEnvironment(place, await getConfiguration(targetOf(place), place.functionName));
}

/** One variable's value. Recorded as a change of kind `reveal` before the value is handed out. Wants at least mode `invoke`. */
export async function revealVariable(place: FunctionPlace, key: string): Promise<{ key: string; value: string }> {
  await requireMode(place.connection, "invoke");
  const id = randomUUID();
  await recordIntent({ id, ...place, kind: "reveal", fields: [{ field: key, kind: "variable", action: "changed" }] });
  try {
    const { environment } = requireReadable(await getConfiguration(targetOf(place), place.functionName));
    const value = Object.hasOwn(environment, key) ? environment[key] : undefined;
    if (value === undefined) throw new AppError("not_found", `There is no variable ${key} any more.`);
    await recordOutcome(id, { status: "done" });
    return { key, value };
  } catch (error) {
    await recordOutcome(id, { status: "failed", error: isAppError(error) ? error.message : "Reading it failed." });
    throw error;
  }
}

/**
 * Sets, removes and renames variables in the map that AWS has at this moment; keys that the edit does not name come along.
 * When the function is no longer at `revisionId` and its variables are not the ones that the person saw: `revision_conflict`,
 * with an `EnvironmentConflict` (names only) as `details.data`.
 */
export function saveEnvironment(place: FunctionPlace, request: z.output<typeof environmentUpdateSchema>): Promise<UpdateResult> {
  const { revisionId, base, ...edit } = request;
  return applyChange(place, {
    kind: "environment",
    async plan(current) {
      const { environment } = requireReadable(current);
      if (current.revisionId !== revisionId) {
        const now = await toEnvironment(place, current);
        const fingerprints = Object.fromEntries(now.variables.map(({ key, fingerprint }) => [key, fingerprint]));
        const alreadyAsWanted = new Set(Object.keys(edit.set).filter((key) => environment[key] === edit.set[key]));
        const keys = compareEnvironments(edit, { base, current: fingerprints, alreadyAsWanted });
        const data: EnvironmentConflict = { revisionId: current.revisionId, current: now, keys };
        if (environmentChangedMeanwhile(keys)) throw conflict(place, data);
      }
      const merged = mergeEnvironment(environment, edit);
      const { fields, ...values } = diffEnvironment(environment, merged, edit.rename);
      return { update: { environment: merged }, fields, values };
    },
  });
}

function conflict({ functionName }: FunctionPlace, data: EnvironmentConflict): AppError {
  return new AppError("revision_conflict", `Someone changed ${functionName} since you opened it.`, {
    hint: "Nothing was saved. Look at both, then save again.",
    data,
  });
}

/** What AWS cannot decrypt must not be written back: it would be lost. */
function requireReadable(settings: FunctionSettings): FunctionSettings {
  if (!settings.environmentError) return settings;
  throw new AppError("aws_error", `AWS cannot decrypt the variables at present: ${settings.environmentError}`, {
    hint: "Nothing was saved. Look at the KMS key that the function uses.",
  });
}

async function toEnvironment({ connection, region, functionName }: FunctionPlace, settings: FunctionSettings): Promise<Environment> {
  const fingerprint = await fingerprinter();
  const variables = Object.entries(settings.environment)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({
      key,
      valueBytes: sizeBytesOf(value),
      fingerprint: fingerprint([connection, region, functionName, key].join("/"), value),
      secretHint: findSecretHint(key, value),
    }));
  const { revisionId, environment, environmentError } = settings;
  return { revisionId, variables, totalBytes: environmentSizeBytes(environment), error: environmentError };
}

/** Variables of several functions, versions or aliases side by side, without their values. What cannot be read is a problem of its column. */
export async function environmentMatrix(connection: string, columns: readonly MatrixColumn[]): Promise<EnvironmentMatrix> {
  await requireConnection(connection);
  const read = await Promise.all(columns.map((column) => readColumn(connection, column)));
  return {
    columns: columns.map((column, index) => {
      const { variables, error } = read[index] ?? {};
      return {
        ...column,
        totalBytes: variables && environmentSizeBytes(variables),
        ...(error ? { problem: error.message, hint: error.details.hint, iamAction: error.details.iamAction } : {}),
      };
    }),
    rows: matrixRows(read, findSecretHint),
  };
}

interface ReadColumn {
  variables: Record<string, string> | undefined;
  error?: AppError;
}

async function readColumn(connection: string, { region, functionName, qualifier }: MatrixColumn): Promise<ReadColumn> {
  try {
    const { environment, environmentError } = await getConfiguration({ connectionId: connection, region }, functionName, { qualifier });
    if (environmentError) throw new AppError("aws_error", `AWS cannot decrypt the variables at present: ${environmentError}`);
    return { variables: environment };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { variables: undefined, error };
  }
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
