/** Which AWS calls take a function from its present settings to the wanted ones, in an order that AWS accepts. */
import { definitionOf, qualifierOf, tagKeyOf } from "./setting-definitions";
import { sortedFields, type Settings } from "./settings";
import type { PlannedCall } from "./schema";
import { eventInvokeMembers, updateMembers, UPDATE_GROUPS, urlMembers } from "./update-members";

const ASYNCHRONOUS = ["maximumRetryAttempts", "maximumEventAgeSeconds", "onSuccessDestination", "onFailureDestination"];
const URL_FIELDS = ["urlAuthType", "urlInvokeMode", "urlAllowOrigins", "urlAllowMethods", "urlAllowHeaders", "urlExposeHeaders", "urlMaxAgeSeconds", "urlAllowCredentials"];
const RUNTIME = ["updateRuntimeOn", "runtimeVersionArn"];

/** The fields of UpdateFunctionConfiguration: one call, guarded by the revision. */
export const UPDATE_FIELDS: readonly string[] = UPDATE_GROUPS.flat();

/**
 * The calls that make `changes` out of `current`, none when nothing differs. UpdateFunctionConfiguration comes first, as it is
 * the one that a revision guards; provisioned concurrency goes down before reserved changes and up after it, as AWS refuses
 * less reserved than provisioned. https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html
 */
export function planSave(current: Settings, changes: Settings): PlannedCall[] {
  const after = settingsAfter(current, changes);
  const changed = sortedFields(Object.keys(after).filter((field) => (after[field] ?? null) !== (current[field] ?? null)));
  const of = (fields: readonly string[]) => changed.filter((field) => fields.includes(field));
  const provisioned = changed.filter((field) => qualifierOf(field) !== undefined);
  const lowered = provisioned.filter((field) => Number(after[field] ?? 0) < Number(current[field] ?? 0));
  return [
    ...callIf(of(UPDATE_FIELDS), "UpdateFunctionConfiguration", () => updateMembers(of(UPDATE_FIELDS), after)),
    ...lowered.map((field) => provisionedCall(field, after)),
    ...reservedCalls(of(["reservedConcurrency"]), after),
    ...provisioned.filter((field) => !lowered.includes(field)).map((field) => provisionedCall(field, after)),
    ...asynchronousCalls(of(ASYNCHRONOUS), after),
    ...urlCalls(of(URL_FIELDS), current, after),
    ...callIf(of(RUNTIME), "PutRuntimeManagementConfig", () => runtimeMembers(after)),
    ...callIf(of(["recursiveLoop"]), "PutFunctionRecursionConfig", () => ({ RecursiveLoop: after.recursiveLoop })),
    ...tagCalls(changed.filter((field) => tagKeyOf(field) !== undefined), after),
  ];
}

/** What the function will have: what AWS drops by itself with another setting is gone too. */
export function settingsAfter(current: Settings, changes: Settings): Settings {
  const after: Record<string, Settings[string]> = { ...current, ...changes };
  if (after.logFormat === "Text") for (const field of ["applicationLogLevel", "systemLogLevel"]) if (field in after) after[field] = null;
  // AWS fills these in itself; naming them keeps the plan's end and AWS's the same.
  if (after.logFormat === "JSON") for (const field of ["applicationLogLevel", "systemLogLevel"]) if (field in after) after[field] ??= "INFO";
  if (after.urlAuthType === null) for (const field of URL_FIELDS) if (field in after) after[field] = null;
  if (after.urlAuthType && "urlInvokeMode" in after) after.urlInvokeMode ??= "BUFFERED";
  if (after.subnetIds === null && "ipv6AllowedForDualStack" in after) after.ipv6AllowedForDualStack = "false";
  return after;
}

/** The names of the settings that a call changes, for people. */
export function callWords({ fields }: Pick<PlannedCall, "fields">): string {
  return fields.map((field) => definitionOf(field)?.label ?? field).join(", ");
}

function callIf(fields: string[], operation: PlannedCall["operation"], input: () => PlannedCall["input"]): PlannedCall[] {
  return fields.length === 0 ? [] : [{ operation, fields, input: input() }];
}

function provisionedCall(field: string, after: Settings): PlannedCall {
  const Qualifier = qualifierOf(field);
  const wanted = after[field] ?? null;
  if (wanted === null) return { operation: "DeleteProvisionedConcurrencyConfig", fields: [field], input: { Qualifier } };
  return { operation: "PutProvisionedConcurrencyConfig", fields: [field], input: { Qualifier, ProvisionedConcurrentExecutions: wanted } };
}

function reservedCalls(fields: string[], { reservedConcurrency }: Settings): PlannedCall[] {
  if (reservedConcurrency === null) return callIf(fields, "DeleteFunctionConcurrency", () => ({}));
  return callIf(fields, "PutFunctionConcurrency", () => ({ ReservedConcurrentExecutions: reservedConcurrency }));
}

/** Put replaces the whole configuration, so it names everything that shall be; with nothing left it must be deleted. */
function asynchronousCalls(fields: string[], after: Settings): PlannedCall[] {
  const none = ASYNCHRONOUS.every((field) => (after[field] ?? null) === null);
  if (none) return callIf(fields, "DeleteFunctionEventInvokeConfig", () => ({}));
  return callIf(fields, "PutFunctionEventInvokeConfig", () => eventInvokeMembers(after));
}

function urlCalls(fields: string[], current: Settings, after: Settings): PlannedCall[] {
  if ((after.urlAuthType ?? null) === null) return callIf(fields, "DeleteFunctionUrlConfig", () => ({}));
  const operation = (current.urlAuthType ?? null) === null ? "CreateFunctionUrlConfig" : "UpdateFunctionUrlConfig";
  return callIf(fields, operation, () => urlMembers(after));
}

function runtimeMembers({ updateRuntimeOn, runtimeVersionArn }: Settings): PlannedCall["input"] {
  return { UpdateRuntimeOn: updateRuntimeOn, ...(updateRuntimeOn === "Manual" ? { RuntimeVersionArn: runtimeVersionArn } : {}) };
}

/** Removals first: a tag more than AWS's 50 would be refused. */
function tagCalls(fields: string[], after: Settings): PlannedCall[] {
  const removed = fields.filter((field) => after[field] === null);
  const set = fields.filter((field) => after[field] !== null);
  return [
    ...callIf(removed, "UntagResource", () => ({ TagKeys: removed.map(tagKeyOf) })),
    ...callIf(set, "TagResource", () => ({ Tags: Object.fromEntries(set.map((field) => [tagKeyOf(field), String(after[field])])) })),
  ];
}
