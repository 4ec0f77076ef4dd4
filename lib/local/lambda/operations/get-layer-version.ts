import { restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { readLayerName } from "../layer-arn.ts";
import { describeLayer } from "../layer-description.ts";
import { findLayerVersion, readLayerVersion } from "../layer-lookup.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html */
export const getLayerVersion: Operation = (context, { request, labels }) => {
  const constraints = new Constraints();
  const layerName = readLayerName(labels["LayerName"] ?? "", constraints);
  constraints.assert();
  const record = findLayerVersion(context, request.region, layerName, readLayerVersion(labels["VersionNumber"]));
  return restJsonResponse(200, describeLayer(record, context.codeLocation(record.code.id)));
};
