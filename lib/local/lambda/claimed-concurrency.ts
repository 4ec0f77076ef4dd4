import type { FunctionRecord } from "./function-record.ts";
import type { AccountLimits } from "./invocation-engine.ts";
import type { ResourceTables } from "./resource-tables.ts";

/** AWS keeps so much for functions without a reservation: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
export const UNRESERVED_FLOOR = 100;

/** What is taken out of the region's pool: reserved concurrency, and provisioned of functions without it. */
export function claimedTotal({ reservedTotal, provisionedTotal }: AccountLimits, region: string): number {
  return reservedTotal(region) + (provisionedTotal?.(region) ?? 0);
}

/** Provisioned concurrency of all versions and aliases of the function, but not of the qualifier `except`. */
export function provisionedOf(tables: ResourceTables, { region, functionName }: FunctionRecord, except?: string): number {
  return tables.provisioned
    .list(region, functionName)
    .filter(({ qualifier }) => qualifier !== except)
    .reduce((sum, { requested }) => sum + requested, 0);
}
