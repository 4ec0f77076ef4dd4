import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { claimedTotal, provisionedOf, UNRESERVED_FLOOR } from "../claimed-concurrency.ts";
import { Constraints } from "../constraints.ts";
import { conflict, invalidParameter } from "../lambda-errors.ts";
import type { LambdaContext, Operation } from "../operation.ts";
import { describeProvisioned } from "../provisioned-description.ts";
import { findProvisionable } from "../provisioned-lookup.ts";
import type { ProvisionedRecord } from "../provisioned-record.ts";
import type { QualifiedVersion } from "../qualified-version.ts";

const NOTHING_YET = { allocated: 0, available: 0, status: "IN_PROGRESS" } as const;

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html */
export const putProvisionedConcurrencyConfig: Operation = (context, call) => {
  const constraints = new Constraints();
  const value = restJsonBody(call.request.body)["ProvisionedConcurrentExecutions"];
  const requested = constraints.integer(value, "provisionedConcurrentExecutions", { min: 1 }) ?? 0;
  if (value == null) constraints.failNull("provisionedConcurrentExecutions");
  constraints.assert();

  const found = findProvisionable(
    context,
    call,
    "Provisioned Concurrency Configs cannot be applied to unpublished function versions.",
  );
  assertRoom(context, found, requested);
  assertNoOther(context, found);
  const { region, functionName } = found.function;
  const record: ProvisionedRecord = { region, functionName, qualifier: found.qualifier, requested, modifiedMs: context.clock.now() };
  context.tables.provisioned.put(region, functionName, found.qualifier, record);
  context.provisioning.refresh(record);
  return restJsonResponse(202, describeProvisioned(record, NOTHING_YET));
};

type Target = QualifiedVersion & { qualifier: string };

/** Within the function's reserved concurrency, or within what the account has left above the floor. */
function assertRoom({ tables, limits }: LambdaContext, { function: owner, qualifier }: Target, requested: number): void {
  const others = provisionedOf(tables, owner, qualifier);
  if (owner.reservedConcurrency !== undefined) {
    if (others + requested <= owner.reservedConcurrency) return;
    throw invalidParameter("Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function");
  }
  const own = provisionedOf(tables, owner) - others;
  const left = limits.concurrentExecutions - claimedTotal(limits, owner.region) + own;
  if (requested > left) {
    throw invalidParameter(`Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${left}].`);
  }
  if (left - requested < UNRESERVED_FLOOR) {
    throw invalidParameter(
      `Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_FLOOR}].`,
    );
  }
}

/** A version is provisioned by itself or through an alias, not both. */
function assertNoOther({ tables }: LambdaContext, { function: owner, version, alias }: Target): void {
  const { region, functionName } = owner;
  if (alias) {
    if (!tables.provisioned.find(region, functionName, version.version)) return;
    throw conflict("Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version");
  }
  const pointing = tables.aliases
    .list(region, functionName)
    .filter(({ name, functionVersion }) => functionVersion === version.version && tables.provisioned.find(region, functionName, name));
  if (pointing.length > 0) throw conflict("Version is pointed by a Provisioned Concurrency alias");
}
