/** The layers that a function asks for. https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html */
import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import { ServiceError } from "../protocols/service-error.ts";
import type { CodePackage } from "./function-record.ts";
import type { FunctionConfiguration } from "./function-version.ts";
import { layerArn, parseLayerVersionArn } from "./layer-arn.ts";
import { invalidParameter } from "./lambda-errors.ts";
import { unpackedBytes } from "./layer-trees.ts";
import type { LambdaContext } from "./operation.ts";

const MAX_LAYERS = 5;
const MAX_UNZIPPED_BYTES = 262_144_000;

type AttachedLayers = NonNullable<FunctionConfiguration["Layers"]>;

/** Finds what the ARNs name. `kept`: what the function has already, for a deleted layer version may stay. */
export function findLayers({ tables }: LambdaContext, region: string, arns: readonly string[], kept: AttachedLayers = []): AttachedLayers {
  if (arns.length > MAX_LAYERS) throw invalidParameter(`Cannot reference more than ${MAX_LAYERS} layers.`);
  const layers: AttachedLayers = [];
  const names = new Map<string, string>();
  for (const arn of arns) {
    const reference = parseLayerVersionArn(arn);
    if (!reference) throw invalidParameter(`Layer version ${arn} does not exist.`);
    const { layerName, version, accountId } = reference;
    if (reference.region !== region) {
      throw invalidParameter(`Layers are not in the same region as the function. Layers are expected to be in region ${region}.`);
    }
    if (accountId !== LOCAL_ACCOUNT_ID) {
      throw new ServiceError("AccessDeniedException", 403, `The local region has no account but ${LOCAL_ACCOUNT_ID}: publish the layer here and use its ARN.`);
    }
    const twin = names.get(layerName);
    if (twin !== undefined) {
      throw invalidParameter(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${twin} and ${arn} are versions of the same layer.`,
      );
    }
    names.set(layerName, arn);
    const found = tables.layerVersions.find(region, layerName, String(version));
    const isThere = found && (!found.deleted || kept.some((layer) => layer.arn === arn));
    if (!isThere) throw invalidParameter(`Layer version ${arn} does not exist.`);
    layers.push({ arn: layerArn(region, layerName, version), codeId: found.code.id, sizeBytes: found.code.sizeBytes });
  }
  return layers;
}

/** Makes the layers ready to run with the package; throws AWS's 400 when they are too large together. */
export async function prepareLayers({ code, layerTrees }: LambdaContext, deployed: CodePackage, layers: AttachedLayers = []): Promise<void> {
  if (layers.length === 0) return;
  const directories = [deployed.id, ...layers.map(({ codeId }) => codeId)].map((id) => code.directoryOf(id));
  const sizes = await Promise.all(directories.map(unpackedBytes));
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  if (total > MAX_UNZIPPED_BYTES) {
    throw invalidParameter(
      `Function code combined with layers exceeds the maximum allowed size of ${MAX_UNZIPPED_BYTES} bytes. The actual size is ${total} bytes.`,
    );
  }
  await layerTrees.prepare(layers.map(({ codeId }) => codeId));
}
