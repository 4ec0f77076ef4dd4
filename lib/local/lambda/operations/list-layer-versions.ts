import { restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { readLayerName } from "../layer-arn.ts";
import { readLayerFilter } from "../layer-compatibility.ts";
import { describeListedLayer } from "../layer-description.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";

const LARGEST_PAGE = 50;
/** Above every version number, so that the newest sort first. */
const HIGHEST = 1e15;

/** The newest first; a layer that is not there has none. https://docs.aws.amazon.com/lambda/latest/api/API_ListLayerVersions.html */
export const listLayerVersions: Operation = (context, { request, labels }) => {
  const { query, region } = request;
  const constraints = new Constraints();
  const layerName = readLayerName(labels["LayerName"] ?? "", constraints);
  const isWanted = readLayerFilter(query, constraints);
  constraints.assert();
  const records = context.tables.layerVersions
    .list(region, layerName)
    .filter((record) => !record.deleted && isWanted(record))
    .reverse();
  const page = pageOf(records, ({ version }) => String(HIGHEST - version), query.get("Marker"), readPageSize(query, LARGEST_PAGE));
  return restJsonResponse(200, {
    LayerVersions: page.items.map(describeListedLayer),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
