import { restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { describeListed } from "../function-description.ts";
import { notSupportedHere } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";
import { versionOrder } from "../version-order.ts";

const LARGEST_PAGE = 50;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
export const listFunctions: Operation = (context, { request }) => {
  const { query, region } = request;
  const constraints = new Constraints();
  const all = constraints.oneOf(query.get("FunctionVersion"), "functionVersion", ["ALL"]);
  constraints.assert();
  if (query.has("MasterRegion")) throw notSupportedHere("MasterRegion");
  const functions = context.store.list(region);
  // With ALL every version is an entry of its own, its ARN qualified.
  const entries =
    all === undefined
      ? functions
      : functions.flatMap((record) => [record, ...context.tables.versions.list(region, record.functionName)]);
  const page = pageOf(
    entries,
    // A blank sorts before everything that a name may have.
    ({ functionName, version }) => `${functionName} ${versionOrder(version)}`,
    query.get("Marker"),
    readPageSize(query, LARGEST_PAGE),
  );
  return restJsonResponse(200, {
    Functions: page.items.map((record) => describeListed(record, all && record.version)),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
