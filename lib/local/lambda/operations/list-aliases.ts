import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeAlias } from "../alias-description.ts";
import { FUNCTION_VERSION } from "../alias-input.ts";
import { versionsOfAlias } from "../alias-record.ts";
import { Constraints } from "../constraints.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";

const LARGEST_PAGE = 50;

/** By name; `FunctionVersion` keeps those that point to it. https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html */
export const listAliases: Operation = (context, call) => {
  const { query } = call.request;
  const pageSize = readPageSize(query, LARGEST_PAGE);
  const constraints = new Constraints();
  const wanted = constraints.text(query.get("FunctionVersion"), "functionVersion", FUNCTION_VERSION);
  constraints.assert();
  const { region, functionName } = findFunction(context, call, WRITE_NAME);
  const aliases = context.tables.aliases
    .list(region, functionName)
    .filter((alias) => wanted === undefined || versionsOfAlias(alias).includes(wanted))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = pageOf(aliases, ({ name }) => name, query.get("Marker"), pageSize);
  return restJsonResponse(200, {
    Aliases: page.items.map(describeAlias),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
