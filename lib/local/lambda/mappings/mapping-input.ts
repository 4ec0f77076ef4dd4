/** Members of CreateEventSourceMapping and UpdateEventSourceMapping beside function, source and `Enabled`. */
import { Constraints, structure } from "../constraints.ts";
import { invalidParameter, notSupportedHere } from "../lambda-errors.ts";
import { SPECIAL_MEMBERS, sourceRules, type EventSourceKind } from "./event-source.ts";
import { parseFilterPattern } from "./filter-pattern.ts";

type Members = Readonly<Record<string, unknown>>;

const RANGES: Readonly<Record<string, { min: number; max: number }>> = {
  BatchSize: { min: 1, max: 10_000 },
  MaximumBatchingWindowInSeconds: { min: 0, max: 300 },
  ParallelizationFactor: { min: 1, max: 10 },
  MaximumRecordAgeInSeconds: { min: -1, max: 604_800 },
  MaximumRetryAttempts: { min: -1, max: 10_000 },
  TumblingWindowInSeconds: { min: 0, max: 900 },
};
/** Of all sources, besides those with a range. */
const COMMON = ["FilterCriteria", "FunctionResponseTypes", "KMSKeyArn", "MetricsConfig"];
const MAX_PATTERN_LENGTH = 4_096;
const LARGE_BATCH = 10;

/** What the request sets, checked as far as it can be without the rest; throws AWS's refusals. */
export function readMappingMembers(body: Members, kind: EventSourceKind): Record<string, unknown> {
  const constraints = new Constraints();
  for (const [name, range] of Object.entries(RANGES)) constraints.integer(body[name], `${name.charAt(0).toLowerCase()}${name.slice(1)}`, range);
  constraints.oneOf(body["StartingPosition"], "startingPosition", ["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"]);
  const scaling = structure(body["ScalingConfig"], "scalingConfig");
  constraints.integer(scaling?.["MaximumConcurrency"], "scalingConfig.maximumConcurrency", { min: 2, max: 1_000 });
  const types = body["FunctionResponseTypes"];
  for (const type of Array.isArray(types) ? types : []) constraints.oneOf(type, "functionResponseTypes", ["ReportBatchItemFailures"]);
  const filters = readFilters(body["FilterCriteria"], constraints);
  constraints.assert();
  if (filters.some((pattern) => !parseFilterPattern(pattern))) throw invalidParameter("Invalid filter pattern definition.");
  if (isSet(body["Tags"])) throw notSupportedHere("Tags of event source mappings");

  const { members } = sourceRules(kind);
  const foreign = [...SPECIAL_MEMBERS].find((name) => isSet(body[name]) && !members.includes(name));
  if (foreign !== undefined) throw invalidParameter(`Unsupported ${foreign} parameter for given event source mapping type.`);
  const known = [...COMMON, ...members, ...Object.keys(RANGES).filter((name) => !SPECIAL_MEMBERS.has(name))];
  return Object.fromEntries(known.flatMap((name) => (body[name] === undefined || body[name] === null ? [] : [[name, body[name]]])));
}

/** Rules over several members; `members` are those that the mapping will have. */
export function assertMappingMembers(members: Members, kind: EventSourceKind): void {
  const { BatchSize, MaximumBatchingWindowInSeconds: window, StartingPosition: position } = members;
  if (kind === "sqs" && Number(BatchSize) > LARGE_BATCH && Number(window) === 0) {
    throw invalidParameter("Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
  }
  if (sourceRules(kind).needsStartingPosition && position === undefined) {
    const constraints = new Constraints();
    constraints.failNull("startingPosition");
    constraints.assert();
  }
  if (kind === "dynamodb" && position === "AT_TIMESTAMP") {
    throw invalidParameter("Unsupported starting position for arn type: AT_TIMESTAMP is not supported by DynamoDB streams");
  }
}

function readFilters(value: unknown, constraints: Constraints): string[] {
  const filters = structure(value, "filterCriteria")?.["Filters"];
  if (!Array.isArray(filters)) return [];
  return filters.flatMap((filter, index) => {
    const path = `filterCriteria.filters.${index + 1}.member.pattern`;
    const pattern = constraints.text(structure(filter, path)?.["Pattern"], path, { maxLength: MAX_PATTERN_LENGTH });
    return pattern === undefined ? [] : [pattern];
  });
}

/** Deployment tools send empty structures to say "none". */
function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return typeof value !== "object" || Object.values(value).some(isSet);
}
