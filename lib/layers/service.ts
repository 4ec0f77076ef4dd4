import "server-only";
import { listFunctions } from "@/lib/aws/lambda-functions";
import { listLayers, listLayerVersions } from "@/lib/aws/lambda-layers";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection } from "@/lib/connections/service";
import { isAppError } from "@/lib/errors";
import { joinLayers } from "./layer-use";
import type { Layer, LayerList } from "./schema";

/** Layers of the regions (of the connection's own when undefined) with who uses them; a region that cannot be read is a problem beside the others. */
export async function listLayersInUse(connectionId: string, regions?: readonly string[]): Promise<LayerList> {
  const connection = await requireConnection(connectionId);
  const asked = [...new Set(regions ?? connection.regions)];
  const parts = await Promise.all(asked.map((region) => readRegion({ connectionId, region })));
  return { layers: parts.flatMap(({ layers }) => layers), problems: parts.flatMap(({ problems }) => problems) };
}

async function readRegion(target: AwsTarget): Promise<LayerList> {
  const { region } = target;
  try {
    const [layers, functions] = await Promise.all([listLayers(target), listFunctions(target)]);
    const own = await Promise.all(layers.map(async (layer) => ({ ...layer, versions: await listLayerVersions(target, layer.name) })));
    return { layers: joinLayers(region, own, functions) satisfies Layer[], problems: [] };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { hint, iamAction, iamResource } = error.details;
    return { layers: [], problems: [{ region, message: error.message, hint, iamAction, iamResource }] };
  }
}
