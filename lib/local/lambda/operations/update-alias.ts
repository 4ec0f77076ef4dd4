import { randomUUID } from "node:crypto";
import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { describeAlias } from "../alias-description.ts";
import { FUNCTION_VERSION, readAliasName, routingTo } from "../alias-input.ts";
import type { AliasRecord } from "../alias-record.ts";
import { readWeights } from "../alias-routing.ts";
import { Constraints } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { resourceNotFound, revisionMismatch } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html */
export const updateAlias: Operation = (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const functionVersion = constraints.text(body["FunctionVersion"], "functionVersion", FUNCTION_VERSION);
  const description = constraints.text(body["Description"], "description", { maxLength: 256 });
  const weights = readWeights(body["RoutingConfig"], constraints);
  const revisionId = constraints.text(body["RevisionId"], "revisionId");
  const name = readAliasName(call.labels, constraints);

  const owner = findFunction(context, call, WRITE_NAME);
  const { region, functionName } = owner;
  const alias = context.tables.aliases.find(region, functionName, name);
  if (!alias) throw resourceNotFound(`Alias not found: ${functionArn(region, functionName, name)}`);
  if (revisionId !== undefined && revisionId !== alias.revisionId) throw revisionMismatch();

  const { additional: kept, ...rest } = alias;
  const version = functionVersion ?? alias.functionVersion;
  const additional = routingTo(context, owner, version, weights ?? (kept ? { [kept.version]: kept.weight } : {}));
  const updated: AliasRecord = {
    ...rest,
    functionVersion: version,
    description: description ?? alias.description,
    ...(additional ? { additional } : {}),
    // AWS gives a new one even when nothing else is new.
    revisionId: randomUUID(),
  };
  context.tables.aliases.put(region, functionName, name, updated);
  context.provisioning.refresh(owner);
  return restJsonResponse(200, describeAlias(updated));
};
