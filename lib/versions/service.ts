import "server-only";
import type { ChangedField } from "@/lib/activity/schema";
import { recordChange } from "@/lib/activity/service";
import { getMetricData } from "@/lib/aws/cloudwatch";
import { createAlias, deleteAlias, type LambdaAlias, listAliases, updateAlias } from "@/lib/aws/lambda-aliases";
import { listEventSourceMappings } from "@/lib/aws/lambda-event-sources";
import { getPolicy } from "@/lib/aws/lambda-policy";
import { listEventInvokeConfigs, listProvisionedConcurrency } from "@/lib/aws/lambda-references";
import { listFunctionUrls } from "@/lib/aws/lambda-url";
import { deleteVersion, getVersionConfiguration, type LambdaVersion, listVersions, publishVersion } from "@/lib/aws/lambda-versions";
import { comparableSettings } from "@/lib/aws/version-settings";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection, requireMode } from "@/lib/connections/service";
import { type ChangeRecord, findChanges } from "@/lib/db/changes";
import type { FunctionPlace } from "@/lib/db/test-events";
import { AppError, isAppError } from "@/lib/errors";
import { windowOfRange } from "@/lib/metrics/time-range";
import { aliasField, previousVersionOf } from "./alias-history";
import { trafficQueries, trafficSides } from "./alias-traffic";
import { QUIET_DAYS, quietVersionQueries, summedByVersion } from "./cleanup-invocations";
import { compareVariables } from "./compare-variables";
import type {
  Alias,
  AliasCreation,
  AliasTraffic,
  AliasUpdate,
  Cleanup,
  CleanupResult,
  ComparisonRequest,
  FunctionVersion,
  PublishRequest,
  VersionComparison,
  VersionList,
} from "./schema";
import { LATEST } from "./schema";
import { targetInWords } from "./traffic-shares";
import { findReferences, type ReferenceSources } from "./version-references";

/** Recorded with the same version before and after when AWS had nothing new to publish. */
const NEWEST_FIELD = "Newest version";
/** Changes looked through for what an alias pointed at before. */
const HISTORY_LIMIT = 200;

/** `$LATEST`, then the versions, newest first; aliases by name. */
export async function describeVersions(place: FunctionPlace): Promise<VersionList> {
  const target = targetOf(place);
  await requireConnection(place.connection);
  const [versions, aliases, changes] = await Promise.all([
    listVersions(target, place.functionName),
    listAliases(target, place.functionName),
    findChanges(place, HISTORY_LIMIT),
  ]);
  const latest = versions.find(({ version }) => version === LATEST);
  const published = versions.filter(({ version }) => version !== LATEST).toSorted((a, b) => Number(b.version) - Number(a.version));
  return {
    versions: [...(latest ? [latest] : []), ...published].map(toVersion),
    aliases: aliases.map((alias) => toAlias(alias, changes, published)),
    revisionId: latest?.revisionId ?? "",
  };
}

/** Publishes the `$LATEST` that the person saw: `revision_conflict` or `bad_request` when it is another one by now. */
export async function publish(place: FunctionPlace, request: PublishRequest): Promise<{ version: string; created: boolean }> {
  const target = targetOf(place);
  const known = new Set((await listVersions(target, place.functionName)).map(({ version }) => version));
  const fields = ({ version }: LambdaVersion): ChangedField[] =>
    known.has(version)
      ? [{ field: NEWEST_FIELD, kind: "setting", action: "changed", before: version, after: version }]
      : [{ field: `Version ${version}`, kind: "setting", action: "added", after: request.description || "published" }];
  const { result } = await recordChange(
    place,
    { kind: "version", fields: [{ field: "New version", kind: "setting", action: "added", after: request.description || "published" }] },
    () => publishVersion(target, place.functionName, request),
    fields,
  );
  return { version: result.version, created: !known.has(result.version) };
}

export async function addAlias(place: FunctionPlace, { name, target }: AliasCreation): Promise<{ alias: Alias; changeId: string }> {
  const existing = await listAliases(targetOf(place), place.functionName);
  if (existing.some((alias) => alias.name === name)) throw new AppError("bad_request", `There is an alias ${name} already.`);
  const fields = [{ field: aliasField(name), kind: "setting" as const, action: "added" as const, after: targetInWords(target) }];
  const { changeId, result } = await recordChange(place, { kind: "alias", fields }, () => createAlias(targetOf(place), place.functionName, name, target));
  return { alias: result, changeId };
}

/** Moves an alias. `revision_conflict` when somebody moved it since the person saw it. */
export async function changeAlias(place: FunctionPlace, name: string, { revisionId, target }: AliasUpdate): Promise<{ alias: Alias; changeId: string }> {
  const before = await requireAlias(place, name);
  if (before.revisionId !== revisionId) throw movedMeanwhile(before);
  const moved = targetInWords(before) !== targetInWords(target);
  const fields = [
    ...(moved ? [{ field: aliasField(name), kind: "setting" as const, action: "changed" as const, before: targetInWords(before), after: targetInWords(target) }] : []),
    ...(before.description === target.description
      ? []
      : [{ field: `Description of ${name}`, kind: "setting" as const, action: "changed" as const, before: before.description, after: target.description }]),
  ];
  if (fields.length === 0) throw new AppError("bad_request", `The alias ${name} is like that already.`);
  const { changeId, result } = await recordChange(place, { kind: "alias", fields }, () =>
    updateAlias(targetOf(place), place.functionName, name, { ...target, revisionId }),
  );
  return { alias: { ...result, previousVersion: moved ? before.version : undefined }, changeId };
}

export async function removeAlias(place: FunctionPlace, name: string): Promise<void> {
  const before = await requireAlias(place, name);
  const fields = [{ field: aliasField(name), kind: "setting" as const, action: "removed" as const, before: targetInWords(before) }];
  await recordChange(place, { kind: "alias", fields }, () => deleteAlias(targetOf(place), place.functionName, name));
}

/** Every setting of both sides; of variables the names and whether they differ. */
export async function compareVersions(place: FunctionPlace, { left, right }: ComparisonRequest): Promise<VersionComparison> {
  await requireConnection(place.connection);
  const sides = await Promise.all([left, right].map((qualifier) => getVersionConfiguration(targetOf(place), place.functionName, qualifier)));
  const [a = {}, b = {}] = sides;
  const [ofLeft, ofRight] = [comparableSettings(a), comparableSettings(b)];
  const labels = [...new Set([...ofLeft.keys(), ...ofRight.keys()])];
  const side = (qualifier: string, configuration: typeof a) => ({
    qualifier,
    version: configuration.Version ?? "",
    codeSha256: configuration.CodeSha256 ?? "",
    codeSizeBytes: configuration.CodeSize ?? 0,
    lastModifiedMs: Date.parse((configuration.LastModified ?? "").replace(/\+0000$/, "Z")) || 0,
  });
  return {
    left: side(left, a),
    right: side(right, b),
    settings: labels.map((field) => ({ field, left: ofLeft.get(field), right: ofRight.get(field) })),
    variables: compareVariables(a.Environment?.Variables ?? {}, b.Environment?.Variables ?? {}),
  };
}

/** What each version behind an alias did in the range. */
export async function aliasTraffic(place: FunctionPlace, name: string, range: string): Promise<AliasTraffic> {
  const alias = await requireAlias(place, name);
  const { startMs, endMs } = windowOfRange(range, Date.now());
  const versions = [alias.version, ...(alias.additional ? [alias.additional.version] : [])];
  const queries = trafficQueries({ functionName: place.functionName, alias: name, versions, periodSeconds: (endMs - startMs) / 1_000 });
  const { series } = await getMetricData(targetOf(place), queries, { startMs, endMs });
  return { startMs, endMs, sides: trafficSides(versions, series) };
}

/** Versions that nothing references, with what was read to know that. What cannot be read leaves nothing to propose. */
export async function planCleanup(place: FunctionPlace): Promise<Cleanup> {
  await requireConnection(place.connection);
  const target = targetOf(place);
  const name = place.functionName;
  const versions = (await listVersions(target, name)).filter(({ version }) => version !== LATEST);
  const proof: Cleanup["proof"] = [];
  const unread: Cleanup["unread"] = [];
  const attempt = async <T>(what: string, read: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      const found = await read();
      proof.push({ what, found: found.length });
      return found;
    } catch (error) {
      if (!isAppError(error)) throw error;
      unread.push({ what, message: error.message, iamAction: error.details.iamAction });
      return [];
    }
  };
  const [aliases, provisioned, mappings, urls, asynchronous] = await Promise.all([
    attempt("Aliases, their weights and ways back", async () => {
      const [found, changes] = await Promise.all([listAliases(target, name), findChanges(place, HISTORY_LIMIT)]);
      return found.map((alias) => toAlias(alias, changes, versions));
    }),
    attempt("Provisioned concurrency", () => listProvisionedConcurrency(target, name)),
    attempt("Event source mappings", () => listEventSourceMappings(target, name)),
    attempt("Function URLs", () => listFunctionUrls(target, name)),
    attempt("Asynchronous settings", () => listEventInvokeConfigs(target, name)),
  ]);
  const listed = { aliases, provisioned, mappings, urls, asynchronous };
  const early = findReferences(versions, { ...listed, policies: [], invocations: new Map() }, QUIET_DAYS);
  // One request each: only for those that nothing else keeps.
  const open = versions.map(({ version }) => version).filter((version) => !early.has(version));
  const policies = await attempt("Resource policies of versions", () => versionsWithPolicy(place, open));
  const ran = await attempt(`Invocations in the last ${QUIET_DAYS} days`, () => versionsThatRan(place, open, aliases));
  const references = findReferences(versions, { ...listed, policies, invocations: new Map(ran) } satisfies ReferenceSources, QUIET_DAYS);
  const deletable = unread.length > 0 ? [] : versions.filter(({ version }) => !references.has(version));
  return {
    deletable: deletable.map(({ version, codeSizeBytes, lastModifiedMs, description }) => ({ version, codeSizeBytes, lastModifiedMs, description })),
    kept: [...references].map(([version, reasons]) => ({ version, reasons })).toSorted((a, b) => Number(b.version) - Number(a.version)),
    proof,
    unread,
    reclaimableBytes: deletable.reduce((sum, { codeSizeBytes }) => sum + codeSizeBytes, 0),
    quietDays: QUIET_DAYS,
  };
}

async function versionsWithPolicy(place: FunctionPlace, versions: readonly string[]): Promise<string[]> {
  const policies = await Promise.all(versions.map((version) => getPolicy(targetOf(place), place.functionName, version)));
  return versions.filter((_version, index) => policies[index] !== undefined);
}

async function versionsThatRan(place: FunctionPlace, versions: readonly string[], aliases: readonly { name: string }[]): Promise<[string, number][]> {
  if (versions.length === 0) return [];
  const endMs = Date.now();
  const queries = quietVersionQueries(place.functionName, versions, aliases.map(({ name }) => name));
  const { series, partial } = await getMetricData(targetOf(place), queries.map(({ query }) => query), { startMs: endMs - QUIET_DAYS * 86_400_000, endMs });
  if (partial) throw new AppError("aws_error", "CloudWatch answered only a part.", { hint: "Try again in a minute." });
  return summedByVersion(queries, series);
}

/** Deletes versions, each only if still nothing references it; each is a change of its own. */
export async function cleanUp(place: FunctionPlace, versions: readonly string[]): Promise<CleanupResult> {
  await requireMode(place.connection, "operate");
  const { deletable, kept, unread } = await planCleanup(place);
  const result: CleanupResult = { deleted: [], failed: [], reclaimedBytes: 0 };
  for (const version of versions) {
    const found = deletable.find((each) => each.version === version);
    if (!found) {
      const reason = kept.find((each) => each.version === version)?.reasons.join("; ") ?? unread[0]?.message ?? "It is gone already.";
      result.failed.push({ version, message: reason });
      continue;
    }
    try {
      const fields = [{ field: `Version ${version}`, kind: "setting" as const, action: "removed" as const, before: found.description || "published" }];
      await recordChange(place, { kind: "version", fields }, () => deleteVersion(targetOf(place), place.functionName, version));
      result.deleted.push(version);
      result.reclaimedBytes += found.codeSizeBytes;
    } catch (error) {
      if (!isAppError(error)) throw error;
      result.failed.push({ version, message: error.message });
    }
  }
  return result;
}

async function requireAlias(place: FunctionPlace, name: string): Promise<LambdaAlias> {
  const alias = (await listAliases(targetOf(place), place.functionName)).find((each) => each.name === name);
  if (alias) return alias;
  throw new AppError("not_found", `There is no alias ${name} any more.`, { hint: "Reload the page: somebody may have removed it." });
}

function movedMeanwhile(now: LambdaAlias): AppError {
  return new AppError("revision_conflict", `Somebody moved the alias ${now.name} since you opened it: it points at ${targetInWords(now)} now.`, {
    hint: "Nothing was changed. Look at it again, then decide.",
  });
}

function toVersion(version: LambdaVersion): FunctionVersion {
  const { description, lastModifiedMs, codeSha256, codeSizeBytes, runtime, architecture, memoryMb, timeoutSeconds } = version;
  return { version: version.version, description, lastModifiedMs, codeSha256, codeSizeBytes, runtime, architecture, memoryMb, timeoutSeconds };
}

function toAlias(alias: LambdaAlias, changes: readonly ChangeRecord[], published: readonly { version: string }[]): Alias {
  const previous = previousVersionOf(alias, changes);
  const exists = previous === LATEST || published.some(({ version }) => version === previous);
  return { ...alias, previousVersion: exists ? previous : undefined };
}

function targetOf({ connection, region }: FunctionPlace): AwsTarget {
  return { connectionId: connection, region };
}
