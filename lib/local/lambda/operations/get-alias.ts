import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeAlias } from "../alias-description.ts";
import { readAliasName } from "../alias-input.ts";
import { Constraints } from "../constraints.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { aliasNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html */
export const getAlias: Operation = (context, call) => {
  const name = readAliasName(call.labels, new Constraints());
  const { region, functionName } = findFunction(context, call, WRITE_NAME);
  const alias = context.tables.aliases.find(region, functionName, name);
  if (!alias) throw aliasNotFound(region, functionName, name);
  return restJsonResponse(200, describeAlias(alias));
};
