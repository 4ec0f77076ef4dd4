import { emptyResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { readLayerName } from "../layer-arn.ts";
import { readLayerVersion } from "../layer-lookup.ts";
import type { Operation } from "../operation.ts";

/** Functions that use it keep it; one that is not there is no error. https://docs.aws.amazon.com/lambda/latest/api/API_DeleteLayerVersion.html */
export const deleteLayerVersion: Operation = (context, { request, labels }) => {
  const constraints = new Constraints();
  const layerName = readLayerName(labels["LayerName"] ?? "", constraints);
  constraints.assert();
  const key = String(readLayerVersion(labels["VersionNumber"]));
  const { layerVersions } = context.tables;
  const record = layerVersions.find(request.region, layerName, key);
  if (record && !record.deleted) {
    layerVersions.put(request.region, layerName, key, { ...record, deleted: true });
    context.code.release(record.code.id);
  }
  return emptyResponse(204);
};
