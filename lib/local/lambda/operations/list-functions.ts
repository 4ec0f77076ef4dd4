import { restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { describeListed } from "../function-description.ts";
import { notSupportedHere } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";

const LARGEST_PAGE = 50;

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
export const listFunctions: Operation = (context, { request }) => {
  const { query, region } = request;
  const constraints = new Constraints();
  const all = constraints.oneOf(query.get("FunctionVersion"), "functionVersion", ["ALL"]);
  constraints.assert();
  if (query.has("MasterRegion")) throw notSupportedHere("MasterRegion");
  const page = pageOf(
    context.store.list(region),
    (record) => record.functionName,
    query.get("Marker"),
    readPageSize(query, LARGEST_PAGE),
  );
  const qualifier = all === undefined ? undefined : "$LATEST";
  return restJsonResponse(200, {
    Functions: page.items.map((record) => describeListed(record, qualifier)),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
