import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeListed } from "../function-description.ts";
import { findFunction } from "../function-lookup.ts";
import { READ_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";
import { versionOrder } from "../version-order.ts";

const LARGEST_PAGE = 50;

/** `$LATEST`, then the published ones. https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
export const listVersionsByFunction: Operation = (context, call) => {
  const { query } = call.request;
  const pageSize = readPageSize(query, LARGEST_PAGE);
  const record = findFunction(context, call, READ_NAME);
  const versions = [record, ...context.tables.versions.list(record.region, record.functionName)];
  const page = pageOf(versions, ({ version }) => versionOrder(version), query.get("Marker"), pageSize);
  return restJsonResponse(200, {
    Versions: page.items.map((version) => describeListed(version, version.version)),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
