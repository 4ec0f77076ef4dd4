import type { LayerVersionRecord } from "./layer-record.ts";
import { invalidParameter, resourceNotFound } from "./lambda-errors.ts";
import type { LambdaContext } from "./operation.ts";

/** The number in the path; throws AWS's 400 for one below 1. */
export function readLayerVersion(text: string | undefined): number {
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1) throw invalidParameter("Layer Version Cannot be less than 1");
  return version;
}

/** Throws AWS's 404, for deleted ones too. */
export function findLayerVersion({ tables }: LambdaContext, region: string, layerName: string, version: number): LayerVersionRecord {
  const record = tables.layerVersions.find(region, layerName, String(version));
  if (!record || record.deleted) throw resourceNotFound("The resource you requested does not exist.");
  return record;
}
