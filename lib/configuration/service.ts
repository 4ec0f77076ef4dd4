import "server-only";
import { randomUUID } from "node:crypto";
import { applyChange } from "@/lib/activity/service";
import { type FunctionSettings, getConfiguration } from "@/lib/aws/lambda-configuration";
import { requireMode } from "@/lib/connections/service";
import { recordIntent, recordOutcome } from "@/lib/db/changes";
import { fingerprinter } from "@/lib/db/sealed-values";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { changedMeanwhile, compareThreeWays, diffConfiguration } from "./configuration-diff";
import { compareEnvironments, diffEnvironment, environmentChangedMeanwhile, mergeEnvironment } from "./environment-merge";
import { environmentSizeBytes, sizeBytesOf } from "./environment-rules";
import type {
  ConfigurationConflict,
  ConfigurationUpdate,
  Environment,
  EnvironmentConflict,
  environmentUpdateSchema,
  UpdateResult,
} from "./schema";
import type { z } from "zod";

/**
 * Saves settings and waits until AWS has applied them. When the function is no longer at `revisionId` and a value that the
 * person saw is another one now: `revision_conflict`, with a `ConfigurationConflict` as `details.data`. A revision that moved
 * for another reason (a deploy, a variable) is no conflict: AWS leaves the fields alone that an update does not name.
 */
export function saveConfiguration(place: FunctionPlace, { revisionId, base, changes }: ConfigurationUpdate): Promise<UpdateResult> {
  return applyChange(place, {
    kind: "configuration",
    plan(current) {
      const rows = compareThreeWays(base, changes, current);
      if (current.revisionId !== revisionId && changedMeanwhile(rows)) {
        const data: ConfigurationConflict = { revisionId: current.revisionId, fields: rows };
        throw conflict(place, data);
      }
      return { update: changes, fields: diffConfiguration(current, changes) };
    },
  });
}

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

function conflict({ functionName }: FunctionPlace, data: ConfigurationConflict | EnvironmentConflict): AppError {
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
    }));
  const { revisionId, environment, environmentError } = settings;
  return { revisionId, variables, totalBytes: environmentSizeBytes(environment), error: environmentError };
}

function targetOf({ connection, region }: FunctionPlace): { connectionId: string; region: string } {
  return { connectionId: connection, region };
}
