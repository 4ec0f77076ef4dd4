import "server-only";
import { type LayerVersionsListItem, ListLayersCommand, ListLayerVersionsCommand } from "@aws-sdk/client-lambda";
import { allPages, readLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

export interface LayerVersion {
  versionArn: string;
  version: number;
  description: string;
  createdMs?: number;
  runtimes: string[];
  architectures: string[];
}

export interface Layer {
  name: string;
  arn: string;
  /** Its newest version. */
  latest?: LayerVersion;
}

/** AWS's own maximum of one page. */
const PAGE_SIZE = 50;

/** The account's own layers of the region. */
export function listLayers(target: AwsTarget): Promise<Layer[]> {
  const request = { target, operation: "ListLayers", resource: `the layers of ${target.region}` };
  return allPages(async (marker) => {
    const command = new ListLayersCommand({ MaxItems: PAGE_SIZE, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    return { items: (answer.Layers ?? []).map(({ LayerName = "", LayerArn = "", LatestMatchingVersion: latest }) => ({ name: LayerName, arn: LayerArn, latest: latest && toLayerVersion(latest) })), next: answer.NextMarker };
  });
}

/** Newest first. `layer` is a name, or an ARN for another account's layer that lets us look. */
export function listLayerVersions(target: AwsTarget, layer: string): Promise<LayerVersion[]> {
  const request = { target, operation: "ListLayerVersions", resource: `the versions of the layer ${layer}` };
  return allPages(async (marker) => {
    const command = new ListLayerVersionsCommand({ LayerName: layer, MaxItems: PAGE_SIZE, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    return { items: (answer.LayerVersions ?? []).map(toLayerVersion), next: answer.NextMarker };
  });
}

function toLayerVersion(version: LayerVersionsListItem): LayerVersion {
  const createdMs = Date.parse((version.CreatedDate ?? "").replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  return {
    versionArn: version.LayerVersionArn ?? "",
    version: version.Version ?? 0,
    description: version.Description ?? "",
    createdMs: Number.isNaN(createdMs) ? undefined : createdMs,
    runtimes: version.CompatibleRuntimes ?? [],
    architectures: version.CompatibleArchitectures ?? [],
  };
}
