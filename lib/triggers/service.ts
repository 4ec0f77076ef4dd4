import "server-only";
import { recordChange } from "@/lib/activity/service";
import { readFunctionDetails } from "@/lib/aws/function-details";
import { listAliases } from "@/lib/aws/lambda-aliases";
import {
  createEventSourceMapping,
  deleteEventSourceMapping,
  type EventSourceMapping,
  getEventSourceMapping,
  listEventSourceMappings,
  updateEventSourceMapping,
} from "@/lib/aws/lambda-event-sources";
import { addPermission, getPolicy, removePermission } from "@/lib/aws/lambda-policy";
import { listEventInvokeConfigs } from "@/lib/aws/lambda-references";
import { listFunctionUrls } from "@/lib/aws/lambda-url";
import { getVersionConfiguration, listVersions } from "@/lib/aws/lambda-versions";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection } from "@/lib/connections/service";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { qualifierOfArn } from "@/lib/versions/qualifier-of-arn";
import { LATEST } from "@/lib/versions/schema";
import { findFilterProblem } from "./filter-pattern";
import { judgeMapping, judgeStatement, judgeUrl, type TriggerSurroundings } from "./judge-trigger";
import { mappingFields } from "./mapping-words";
import { parsePolicy } from "./policy-document";
import type { Destination, Mapping, MappingCreation, MappingEdit, PermissionCreation, PolicyStatement, Trigger, TriggerList } from "./schema";
import { describePolledSource, describePrincipal, nameOfArn } from "./source-names";

/** Everything that can invoke the function, judged, with its destinations. What cannot be read is a problem beside the rest. */
export async function listTriggers(place: FunctionPlace): Promise<TriggerList> {
  await requireConnection(place.connection);
  const target = targetOf(place);
  const name = place.functionName;
  const problems: TriggerList["problems"] = [];
  const attempt = async <T>(what: string, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push({ what, message: error.message, iamAction: error.details.iamAction, iamResource: error.details.iamResource });
      return undefined;
    }
  };
  const [mappings, urls, asynchronous, aliases, versions, details, configuration] = await Promise.all([
    attempt("The event source mappings", () => listEventSourceMappings(target, name)),
    attempt("The function URLs", () => listFunctionUrls(target, name)),
    attempt("The asynchronous settings", () => listEventInvokeConfigs(target, name)),
    attempt("The aliases", () => listAliases(target, name)),
    attempt("The versions", () => listVersions(target, name)),
    readFunctionDetails(target, { name }, {}),
    attempt("The dead-letter queue", () => getVersionConfiguration(target, name, LATEST)),
  ]);
  const named = [LATEST, ...(aliases ?? []).map((alias) => alias.name), ...(versions ?? []).map(({ version }) => version).filter((version) => version !== LATEST)];
  // What is not readable must not read as missing.
  const known = new Set(aliases && versions ? named : [...named, ...(mappings ?? []).map(({ functionArn }) => qualifierOf(functionArn)), ...(urls ?? []).map(({ functionArn }) => qualifierOf(functionArn))]);
  const surroundings: TriggerSurroundings = {
    qualifiers: known,
    reservedConcurrency: details.reservedConcurrency,
    state: details.function?.state,
    timeoutSeconds: details.function?.timeoutSeconds,
  };
  const policies = await attempt("The resource policy", () => readPolicies(place, named));
  const urlsOf = (qualifier: string) => (urls ?? []).filter(({ functionArn }) => qualifierOf(functionArn) === qualifier);
  const triggers: Trigger[] = [
    ...(mappings ?? []).map((mapping) => mappingTrigger(mapping, surroundings)),
    ...(urls ?? []).map((url): Trigger => {
      const qualifier = qualifierOf(url.functionArn);
      const statements = policies?.get(qualifier) ?? [];
      const judged = judgeUrl(url, qualifier, { ...surroundings, statements, policyReadable: policies !== undefined });
      return { kind: "url", id: `url ${qualifier}`, source: "Function URL", name: url.url, qualifier, ...judged, url: { url: url.url, authType: url.authType, invokeMode: url.invokeMode } };
    }),
    ...[...(policies ?? [])].flatMap(([qualifier, statements]) => statements.map((statement) => permissionTrigger(statement, qualifier, { ...surroundings, urls: urlsOf(qualifier) }))),
  ];
  return {
    triggers,
    destinations: destinationsOf(mappings ?? [], asynchronous ?? [], configuration?.DeadLetterConfig?.TargetArn),
    qualifiers: named,
    reservedConcurrency: details.reservedConcurrency,
    problems,
  };
}

/** Changes a mapping; only what becomes another value is sent. Throws `bad_request` for a filter that AWS could not read. */
export async function changeMapping(place: FunctionPlace, id: string, edit: MappingEdit): Promise<{ changeId: string }> {
  const problem = edit.filters?.map(findFilterProblem).find((each) => each !== undefined);
  if (problem) throw new AppError("bad_request", problem);
  const before = await requireMapping(place, id);
  const fields = mappingFields(before, edit);
  if (fields.length === 0) throw new AppError("bad_request", "The mapping is like that already.");
  const named = fields.map((field) => ({ ...field, field: `${nameOfMapping(before)}: ${field.field}` }));
  const { changeId } = await recordChange(place, { kind: "trigger", fields: named }, () => updateEventSourceMapping(targetOf(place), id, edit));
  return { changeId };
}

export async function addMapping(place: FunctionPlace, { sourceArn, batchSize, qualifier, startingPosition }: MappingCreation): Promise<{ changeId: string }> {
  const reference = qualifier === LATEST ? place.functionName : `${place.functionName}:${qualifier}`;
  const fields = [{ field: `Mapping of ${nameOfArn(sourceArn)}`, kind: "setting" as const, action: "added" as const, after: sourceArn }];
  const { changeId } = await recordChange(place, { kind: "trigger", fields }, () => createEventSourceMapping(targetOf(place), reference, { sourceArn, batchSize, startingPosition }));
  return { changeId };
}

export async function removeMapping(place: FunctionPlace, id: string): Promise<{ changeId: string }> {
  const before = await requireMapping(place, id);
  const fields = [{ field: `Mapping of ${nameOfMapping(before)}`, kind: "setting" as const, action: "removed" as const, before: before.sourceArn ?? id }];
  const { changeId } = await recordChange(place, { kind: "trigger", fields }, () => deleteEventSourceMapping(targetOf(place), id));
  return { changeId };
}

/** Lets a service or account invoke the function, or one of its versions or aliases. */
export async function allow(place: FunctionPlace, { qualifier, ...permission }: PermissionCreation): Promise<{ changeId: string }> {
  const { statementId, principal, sourceArn } = permission;
  const statements = (await readPolicies(place, [qualifier])).get(qualifier) ?? [];
  if (statements.some((statement) => statement.statementId === statementId)) throw new AppError("bad_request", `There is a statement ${statementId} already.`);
  const fields = [{ field: `Statement ${statementId}`, kind: "setting" as const, action: "added" as const, after: [principal, sourceArn].filter(Boolean).join(" for ") }];
  const input = { ...permission, action: "lambda:InvokeFunction", qualifier: qualifier === LATEST ? undefined : qualifier };
  const { changeId } = await recordChange(place, { kind: "permission", fields }, () => addPermission(targetOf(place), place.functionName, input));
  return { changeId };
}

export async function revoke(place: FunctionPlace, statementId: string, qualifier: string): Promise<{ changeId: string }> {
  const statement = (await readPolicies(place, [qualifier])).get(qualifier)?.find((each) => each.statementId === statementId);
  if (!statement) throw new AppError("not_found", `There is no statement ${statementId} any more.`);
  const fields = [{ field: `Statement ${statementId}`, kind: "setting" as const, action: "removed" as const, before: [statement.principal, statement.sourceArn].filter(Boolean).join(" for ") }];
  const input = { statementId, qualifier: qualifier === LATEST ? undefined : qualifier };
  const { changeId } = await recordChange(place, { kind: "permission", fields }, () => removePermission(targetOf(place), place.functionName, input));
  return { changeId };
}

/** Statements by qualifier; each qualifier has a policy of its own. */
async function readPolicies(place: FunctionPlace, qualifiers: readonly string[]): Promise<Map<string, PolicyStatement[]>> {
  const policies = await Promise.all(
    qualifiers.map(async (qualifier): Promise<[string, PolicyStatement[]]> => {
      const policy = await getPolicy(targetOf(place), place.functionName, qualifier === LATEST ? undefined : qualifier);
      return [qualifier, policy ? parsePolicy(policy.document) : []];
    }),
  );
  return new Map(policies);
}

/** The mapping, if it is this function's: an id of another one must not pass under this one's name. */
async function requireMapping(place: FunctionPlace, id: string): Promise<EventSourceMapping> {
  const mapping = await getEventSourceMapping(targetOf(place), id);
  if (mapping.functionArn.split(":")[6] === place.functionName) return mapping;
  throw new AppError("not_found", `${place.functionName} has no such event source mapping.`);
}

function mappingTrigger(mapping: EventSourceMapping, surroundings: TriggerSurroundings): Trigger {
  const qualifier = qualifierOf(mapping.functionArn);
  const judged = judgeMapping(mapping, qualifier, surroundings);
  return { kind: "mapping", id: mapping.id, source: describePolledSource(mapping.sourceArn), name: nameOfMapping(mapping), qualifier, ...judged, mapping };
}

function permissionTrigger(statement: PolicyStatement, qualifier: string, surroundings: Parameters<typeof judgeStatement>[2]): Trigger {
  const judged = judgeStatement(statement, qualifier, surroundings);
  const name = statement.sourceArn ? nameOfArn(statement.sourceArn) || statement.sourceArn : statement.statementId;
  return { kind: "permission", id: `${qualifier} ${statement.statementId}`, source: describePrincipal(statement.principal).name, name, qualifier, ...judged, statement };
}

function destinationsOf(mappings: readonly EventSourceMapping[], asynchronous: Awaited<ReturnType<typeof listEventInvokeConfigs>>, deadLetterArn: string | undefined): Destination[] {
  const of = (qualifier: string, when: Destination["when"], targetArn: string | undefined): Destination[] => (targetArn ? [{ qualifier, when, targetArn }] : []);
  return [
    ...asynchronous.flatMap(({ functionArn, onSuccessArn, onFailureArn }) => [...of(qualifierOf(functionArn), "success", onSuccessArn), ...of(qualifierOf(functionArn), "failure", onFailureArn)]),
    ...of(LATEST, "dead_letter", deadLetterArn),
    ...mappings.flatMap(({ functionArn, onFailureArn }) => of(qualifierOf(functionArn), "batch_failure", onFailureArn)),
  ];
}

function qualifierOf(functionArn: string): string {
  return qualifierOfArn(functionArn) ?? LATEST;
}

function nameOfMapping({ sourceArn, topics, id }: Pick<Mapping, "sourceArn" | "topics" | "id">): string {
  return sourceArn ? nameOfArn(sourceArn) : (topics[0] ?? id);
}

function targetOf({ connection, region }: FunctionPlace): AwsTarget {
  return { connectionId: connection, region };
}
