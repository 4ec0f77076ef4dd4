import "server-only";
import { type AliasConfiguration, CreateAliasCommand, DeleteAliasCommand, ListAliasesCommand, UpdateAliasCommand } from "@aws-sdk/client-lambda";
import { allPages, readLambda, writeLambda } from "./lambda-request";
import type { AwsTarget } from "./target";

export interface LambdaAlias {
  name: string;
  description: string;
  version: string;
  /** A second version and its share of invocations, above 0 and below 1. AWS allows one. */
  additional?: { version: string; weight: number };
  revisionId: string;
}

export interface AliasSettings {
  version: string;
  additional?: { version: string; weight: number };
  description: string;
}

const PAGE_SIZE = 50;

/** By name. https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html */
export function listAliases(target: AwsTarget, name: string): Promise<LambdaAlias[]> {
  const request = { target, operation: "ListAliases", resource: `the aliases of ${name}` };
  return allPages(async (marker) => {
    const command = new ListAliasesCommand({ FunctionName: name, MaxItems: PAGE_SIZE, Marker: marker });
    const answer = await readLambda(request, (client, options) => client.send(command, options));
    return { items: (answer.Aliases ?? []).map(toAlias), next: answer.NextMarker };
  });
}

export async function createAlias(target: AwsTarget, name: string, alias: string, settings: AliasSettings): Promise<LambdaAlias> {
  const request = { target, operation: "CreateAlias", resource: `the alias ${alias} of ${name}` };
  const command = new CreateAliasCommand({ FunctionName: name, Name: alias, ...inputOf(settings) });
  return toAlias(await writeLambda(request, (client, options) => client.send(command, options)));
}

/** Replaces version, weights and description. `revision_conflict` when the alias is no longer at `revisionId`. */
export async function updateAlias(target: AwsTarget, name: string, alias: string, settings: AliasSettings & { revisionId: string }): Promise<LambdaAlias> {
  const request = { target, operation: "UpdateAlias", resource: `the alias ${alias} of ${name}` };
  const command = new UpdateAliasCommand({ FunctionName: name, Name: alias, RevisionId: settings.revisionId, ...inputOf(settings) });
  return toAlias(await writeLambda(request, (client, options) => client.send(command, options)));
}

export async function deleteAlias(target: AwsTarget, name: string, alias: string): Promise<void> {
  const request = { target, operation: "DeleteAlias", resource: `the alias ${alias} of ${name}` };
  await writeLambda(request, (client, options) => client.send(new DeleteAliasCommand({ FunctionName: name, Name: alias }), options));
}

function inputOf({ version, additional, description }: AliasSettings) {
  return {
    FunctionVersion: version,
    Description: description,
    // An empty map takes the second version away; leaving it out would keep it.
    RoutingConfig: { AdditionalVersionWeights: additional ? { [additional.version]: additional.weight } : {} },
  };
}

function toAlias(alias: AliasConfiguration): LambdaAlias {
  const [second] = Object.entries(alias.RoutingConfig?.AdditionalVersionWeights ?? {});
  return {
    name: alias.Name ?? "",
    description: alias.Description ?? "",
    version: alias.FunctionVersion ?? "",
    additional: second && { version: second[0], weight: second[1] },
    revisionId: alias.RevisionId ?? "",
  };
}
