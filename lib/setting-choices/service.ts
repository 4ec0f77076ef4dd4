import "server-only";
import { listRolePolicies } from "@/lib/aws/iam";
import { listAliases } from "@/lib/aws/lambda-aliases";
import { getFunctionConfiguration, listFunctions } from "@/lib/aws/lambda-functions";
import { listLayers, listLayerVersions } from "@/lib/aws/lambda-layers";
import { listVersions } from "@/lib/aws/lambda-versions";
import { requireConnection } from "@/lib/connections/service";
import { isAppError } from "@/lib/errors";
import { layerArnOf, otherUsers } from "./layer-users";
import type { layerChoicesSchema, QualifierList, RolePolicies, usedLayersSchema } from "./schema";
import type { z } from "zod";

interface Place {
  connection: string;
  region: string;
  functionName: string;
}

/** Names of the execution role's policies. What may not be read is said, not thrown. */
export async function describeRole(place: Place): Promise<RolePolicies> {
  const { roleArn } = await getFunctionConfiguration(await targetOf(place), place.functionName);
  const roleName = roleArn.split("/").at(-1) ?? "";
  try {
    return { roleName, ...(await listRolePolicies(await targetOf(place), roleName)) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { hint, iamAction, iamResource } = error.details;
    return { roleName, attached: [], inline: [], problem: { message: error.message, hint, iamAction, iamResource } };
  }
}

/** Published versions and aliases of a function. */
export async function listQualifiers(place: Place): Promise<QualifierList> {
  const target = await targetOf(place);
  const [aliases, versions] = await Promise.all([listAliases(target, place.functionName), listVersions(target, place.functionName)]);
  return {
    aliases: aliases.map(({ name, version }) => ({ name, version })),
    versions: versions.map(({ version }) => version).filter((version) => version !== "$LATEST").reverse(),
  };
}

/** The account's layers of the region, by name. */
export async function listLayerChoices(place: Place): Promise<z.infer<typeof layerChoicesSchema>> {
  const layers = await listLayers(await targetOf(place));
  return {
    layers: layers
      .flatMap(({ name, latest }) => (latest ? [{ name, versionArn: latest.versionArn, version: latest.version, description: latest.description, runtimes: latest.runtimes }] : []))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The function's layers, each with its newest version and the other functions of the region that have it. */
export async function describeUsedLayers(place: Place): Promise<z.infer<typeof usedLayersSchema>> {
  const target = await targetOf(place);
  const { layers } = await getFunctionConfiguration(target, place.functionName);
  const users = layers.length > 0 ? await listFunctions(target) : [];
  return { layers: await Promise.all(layers.map(async (versionArn) => ({ versionArn, ...(await newestOf(target, versionArn)), alsoUsedBy: otherUsers(versionArn, place.functionName, users) }))) };
}

async function newestOf(target: Awaited<ReturnType<typeof targetOf>>, versionArn: string) {
  try {
    const [newest] = await listLayerVersions(target, layerArnOf(versionArn));
    return { newestArn: newest?.versionArn, newestVersion: newest?.version };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return {};
  }
}

async function targetOf({ connection, region }: Place): Promise<{ connectionId: string; region: string }> {
  await requireConnection(connection);
  return { connectionId: connection, region };
}
