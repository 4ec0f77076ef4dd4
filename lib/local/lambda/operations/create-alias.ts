import { randomUUID } from "node:crypto";
import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { describeAlias } from "../alias-description.ts";
import { ALIAS_NAME, FUNCTION_VERSION, routingTo } from "../alias-input.ts";
import type { AliasRecord } from "../alias-record.ts";
import { readWeights } from "../alias-routing.ts";
import { Constraints } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { conflict } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html */
export const createAlias: Operation = (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const name = constraints.requiredText(body["Name"], "name", ALIAS_NAME);
  const functionVersion = constraints.requiredText(body["FunctionVersion"], "functionVersion", FUNCTION_VERSION);
  const description = constraints.text(body["Description"], "description", { maxLength: 256 }) ?? "";
  const weights = readWeights(body["RoutingConfig"], constraints) ?? {};
  constraints.assert();

  const owner = findFunction(context, call, WRITE_NAME);
  const { region, functionName } = owner;
  const additional = routingTo(context, owner, functionVersion, weights);
  if (context.tables.aliases.find(region, functionName, name)) {
    throw conflict(`Alias already exists: ${functionArn(region, functionName, name)}`);
  }
  const alias: AliasRecord = {
    region,
    functionName,
    name,
    functionVersion,
    description,
    ...(additional ? { additional } : {}),
    revisionId: randomUUID(),
  };
  context.tables.aliases.put(region, functionName, name, alias);
  return restJsonResponse(201, describeAlias(alias));
};
