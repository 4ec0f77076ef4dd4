import { LOCAL_ACCOUNT_ID } from "../../../local-contract.ts";
import { restJsonResponse } from "../../protocols/rest-json.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import { Constraints } from "../constraints.ts";
import { LAYER_VERSION_ARN, layerArn, parseLayerVersionArn } from "../layer-arn.ts";
import { readLayerFilter } from "../layer-compatibility.ts";
import { describeLayer, describeListedLayer } from "../layer-description.ts";
import { findLayerVersion } from "../layer-lookup.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";

const LARGEST_PAGE = 50;

/** ListLayers, and GetLayerVersionByArn, which has the same path. https://docs.aws.amazon.com/lambda/latest/api/API_ListLayers.html */
export const listLayers: Operation = (context, call) => {
  const { query, region } = call.request;
  if (query.get("find") === "LayerVersion") return getLayerVersionByArn(context, call);
  const constraints = new Constraints();
  const isWanted = readLayerFilter(query, constraints);
  constraints.assert();
  const { layerVersions } = context.tables;
  const layers = layerVersions.owners(region).flatMap((layerName) => {
    // Versions are listed in the order of their numbers.
    const latest = layerVersions.list(region, layerName).findLast((record) => !record.deleted && isWanted(record));
    return latest ? [{ layerName, latest }] : [];
  });
  const page = pageOf(layers, ({ layerName }) => layerName, query.get("Marker"), readPageSize(query, LARGEST_PAGE));
  return restJsonResponse(200, {
    Layers: page.items.map(({ layerName, latest }) => ({
      LayerName: layerName,
      LayerArn: layerArn(region, layerName),
      LatestMatchingVersion: describeListedLayer(latest),
    })),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html */
const getLayerVersionByArn: Operation = (context, { request }) => {
  const constraints = new Constraints();
  const arn = constraints.requiredText(request.query.get("Arn"), "arn", { pattern: LAYER_VERSION_ARN, maxLength: 2048 });
  constraints.assert();
  const reference = parseLayerVersionArn(arn);
  if (!reference || reference.region !== request.region) throw resourceNotFound("The resource you requested does not exist.");
  if (reference.accountId !== LOCAL_ACCOUNT_ID) {
    throw new ServiceError("AccessDeniedException", 403, `The local region has no account but ${LOCAL_ACCOUNT_ID}.`);
  }
  const record = findLayerVersion(context, request.region, reference.layerName, reference.version);
  return restJsonResponse(200, describeLayer(record, context.codeLocation(record.code.id)));
};
