/** How AWS shows layers. https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html */
import { codeSha256Of } from "./function-record.ts";
import { lastModifiedText } from "./function-description.ts";
import { layerArn } from "./layer-arn.ts";
import type { LayerVersionRecord } from "./layer-record.ts";

/** Members of ListLayerVersions, and of `LatestMatchingVersion`. */
export function describeListedLayer(record: LayerVersionRecord) {
  return {
    LayerVersionArn: layerArn(record.region, record.layerName, record.version),
    Version: record.version,
    Description: record.description,
    CreatedDate: lastModifiedText(record.createdMs),
    CompatibleRuntimes: record.compatibleRuntimes,
    CompatibleArchitectures: record.compatibleArchitectures,
    ...(record.licenseInfo === undefined ? {} : { LicenseInfo: record.licenseInfo }),
  };
}

/** Members of PublishLayerVersion and the reads. `location` is a link to the zip. */
export function describeLayer(record: LayerVersionRecord, location: string) {
  return {
    Content: { Location: location, CodeSha256: codeSha256Of(record.code), CodeSize: record.code.sizeBytes },
    LayerArn: layerArn(record.region, record.layerName),
    ...describeListedLayer(record),
  };
}
