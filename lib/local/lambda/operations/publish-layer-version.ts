import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints, structure } from "../constraints.ts";
import { readLayerName } from "../layer-arn.ts";
import { readCompatibility } from "../layer-compatibility.ts";
import { describeLayer } from "../layer-description.ts";
import type { LayerVersionRecord } from "../layer-record.ts";
import type { Operation } from "../operation.ts";
import { refuseUnsupported } from "../supported-members.ts";
import { readZipFile, refuseS3 } from "../zip-file.ts";

const SUPPORTED_CONTENT = new Set(["ZipFile"]);

/** https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html */
export const publishLayerVersion: Operation = async (context, { request, labels }) => {
  const { region } = request;
  const body = restJsonBody(request.body);
  const constraints = new Constraints();
  const layerName = readLayerName(labels["LayerName"] ?? "", constraints);
  const description = constraints.text(body["Description"], "description", { maxLength: 256 }) ?? "";
  const licenseInfo = constraints.text(body["LicenseInfo"], "licenseInfo", { maxLength: 512 });
  const compatibility = readCompatibility(body, constraints);
  const content = structure(body["Content"], "content");
  if (!content) constraints.failNull("content");
  constraints.assert();
  refuseS3(content ?? {});
  refuseUnsupported(content ?? {}, SUPPORTED_CONTENT);

  const code = await context.code.save(readZipFile(content ?? {}));
  const { layerVersions } = context.tables;
  // Deleted versions still count: no number comes twice.
  const last = layerVersions.list(region, layerName).reduce((highest, { version }) => Math.max(highest, version), 0);
  const record: LayerVersionRecord = {
    region,
    layerName,
    version: last + 1,
    description,
    ...(licenseInfo === undefined ? {} : { licenseInfo }),
    ...compatibility,
    code,
    createdMs: context.clock.now(),
  };
  layerVersions.put(region, layerName, String(record.version), record);
  return restJsonResponse(201, describeLayer(record, context.codeLocation(code.id)));
};
