/** Builds the list's rows from what ListFunctions says and what was read of each function since. */
import type { AppError } from "@/lib/errors";
import type { FunctionSummary, RegionProblem } from "./schema";

type Listed = Omit<FunctionSummary, "region" | "tags" | "reservedConcurrency" | "customLogGroup"> & { logGroup: string };

interface Details {
  function?: Pick<Listed, "state" | "lastUpdateStatus">;
  tags?: Record<string, string>;
  reservedConcurrency?: number;
}

/** One row; state, tags and reserved concurrency stay undefined until `details` has them. */
export function summarizeFunction(region: string, listed: Listed, details: Details = {}): FunctionSummary {
  return {
    region,
    name: listed.name,
    description: listed.description,
    runtime: listed.runtime,
    handler: listed.handler,
    packageType: listed.packageType,
    architecture: listed.architecture,
    memoryMb: listed.memoryMb,
    timeoutSeconds: listed.timeoutSeconds,
    ephemeralStorageMb: listed.ephemeralStorageMb,
    codeSizeBytes: listed.codeSizeBytes,
    lastModifiedMs: listed.lastModifiedMs,
    state: listed.state ?? details.function?.state,
    lastUpdateStatus: listed.lastUpdateStatus ?? details.function?.lastUpdateStatus,
    tags: details.tags,
    customLogGroup: listed.logGroup === `/aws/lambda/${listed.name}` ? undefined : listed.logGroup,
    reservedConcurrency: details.reservedConcurrency,
  };
}

/** By name, then region: independent of the machine's language. */
export function compareFunctions(a: { name: string; region: string }, b: { name: string; region: string }): number {
  return compareText(a.name, b.name) || compareText(a.region, b.region);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An error of one region or panel, as the page shows it beside what did load. */
export function toRegionProblem(region: string, { message, details }: AppError): RegionProblem {
  return { region, message, hint: details.hint, iamAction: details.iamAction, iamResource: details.iamResource };
}
