import { emptyResponse } from "../../protocols/rest-json.ts";
import { readAliasName } from "../alias-input.ts";
import { Constraints } from "../constraints.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** An alias that is not there is no error. https://docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html */
export const deleteAlias: Operation = (context, call) => {
  const name = readAliasName(call.labels, new Constraints());
  const owner = findFunction(context, call, WRITE_NAME);
  const { tables } = context;
  for (const table of [tables.aliases, tables.policies, tables.urls, tables.provisioned, tables.eventInvokeConfigs]) {
    table.remove(owner.region, owner.functionName, name);
  }
  context.provisioning.refresh(owner);
  return emptyResponse(204);
};
