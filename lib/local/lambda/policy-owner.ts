/** Policies belong to a function, a version or an alias; publishing copies none. */
import { randomUUID } from "node:crypto";
import { aliasNotFound, functionNotFound, invalidParameter } from "./lambda-errors.ts";
import { parseFunctionReference, READ_NAME } from "./function-reference.ts";
import { functionArn } from "./function-arn.ts";
import type { LambdaCall, LambdaContext } from "./operation.ts";
import { findQualified, LATEST, type QualifiedVersion } from "./qualified-version.ts";
import type { PolicyStatement, ResourcePolicy } from "./resource-policy.ts";

const ALIAS = /^(?!\d+$)[a-zA-Z0-9-_]+$/;

export interface PolicyOwner {
  region: string;
  functionName: string;
  /** `$LATEST` stands for the function itself. */
  key: string;
  arn: string;
  /** Of the function, version or alias: AWS takes it for the policy's as long as nothing else has changed. */
  revisionId: string;
  policy: ResourcePolicy | undefined;
  found: QualifiedVersion;
}

/** The function, version or alias that the path names. */
export function readPolicyReference({ request, labels }: LambdaCall) {
  return parseFunctionReference(request.region, labels["FunctionName"] ?? "", READ_NAME, request.query.get("Qualifier"));
}

/** For AddPermission and RemovePermission; throws AWS's 404 and 400. */
export function findPolicyOwner(context: LambdaContext, call: LambdaCall): PolicyOwner {
  const { region } = call.request;
  const { functionName, qualifier } = readPolicyReference(call);
  if (qualifier === LATEST) throw invalidParameter("We currently do not support adding policies for $LATEST.");
  if (!context.store.find(region, functionName)) throw functionNotFound(region, functionName);
  const found = findQualified(context, region, functionName, qualifier);
  if (!found) {
    throw qualifier !== undefined && ALIAS.test(qualifier)
      ? aliasNotFound(region, functionName, qualifier)
      : functionNotFound(region, functionName, qualifier);
  }
  const key = qualifier ?? LATEST;
  return {
    region,
    functionName,
    key,
    arn: functionArn(region, functionName, qualifier),
    revisionId: found.alias?.revisionId ?? found.version.revisionId,
    policy: context.tables.policies.find(region, functionName, key),
    found,
  };
}

/** Whether a caller's RevisionId still holds. */
export function isPolicyRevision({ revisionId, policy }: PolicyOwner, given: string): boolean {
  return given === revisionId || given === policy?.revisionId;
}

/** Keeps the statements, or nothing when none is left. A change of the policy is one of its owner. */
export function replaceStatements(context: LambdaContext, owner: PolicyOwner, statements: PolicyStatement[]): void {
  const { region, functionName, key, found } = owner;
  const { policies, aliases, versions } = context.tables;
  const revisionId = randomUUID();
  if (statements.length > 0) policies.put(region, functionName, key, { statements, revisionId });
  else policies.remove(region, functionName, key);
  if (found.alias) aliases.put(region, functionName, key, { ...found.alias, revisionId });
  else if (key === LATEST) context.store.put({ ...found.function, revisionId });
  else versions.put(region, functionName, key, { ...found.version, revisionId });
}
