import type { Run } from "@/lib/runs/schema";
import { shortPath } from "./json-path";
import { type JsonValue, parseJson, showJson, unfoldJson } from "./json-value";
import type { Assertion } from "./schema";

/** An assertion without its id. */
export type NewAssertion = Assertion extends infer A ? (A extends Assertion ? Omit<A, "id"> : never) : never;

/** More would be a list to read, not a choice. */
const VALUES_MAX = 40;
const TEXT_MAX_CHARACTERS = 200;
const DEPTH_MAX = 6;

type ProposedRun = Pick<Run, "outcome" | "response" | "durationMs" | "maxMemoryUsedMb" | "errorType">;

/** What the last result would hold against the next: how it ended, its figures with room to spare, each value of the response. */
export function proposeAssertions(run: ProposedRun): NewAssertion[] {
  return [...proposeEnd(run), ...proposeFigures(run), ...proposeValues(run.response)];
}

function proposeEnd({ outcome, errorType }: ProposedRun): NewAssertion[] {
  const end: NewAssertion[] = outcome === "success" || outcome === "function_error" || outcome === "timeout" || outcome === "accepted" || outcome === "not_run" ? [{ kind: "outcome", expected: outcome }] : [];
  return errorType ? [...end, { kind: "error_type", expected: errorType }] : end;
}

/** What a fast run may take on a busy day. */
const DURATION_MIN_MS = 100;

/** Twice what it took, in round figures: noise is not a failure. */
function proposeFigures({ durationMs, maxMemoryUsedMb }: ProposedRun): NewAssertion[] {
  return [
    ...(durationMs === undefined ? [] : [{ kind: "max_duration" as const, limitMs: Math.max(DURATION_MIN_MS, roundUp(durationMs * 2)) }]),
    ...(maxMemoryUsedMb === undefined ? [] : [{ kind: "max_memory" as const, limitMb: roundUp(maxMemoryUsedMb * 2) }]),
  ];
}

/** 1, 2 or 5 times a power of ten, at least 10. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 10)));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

function proposeValues(response: string | undefined): NewAssertion[] {
  const value = response === undefined ? undefined : parseJson(response);
  if (value === undefined) return [];
  return leavesOf(unfoldJson(value), [])
    .slice(0, VALUES_MAX)
    .map(({ location, leaf }) => ({ kind: "response", path: shortPath(location), ...(isShort(leaf) ? { operator: "equals", expected: showJson(leaf) } : { operator: "exists" }) }));
}

function isShort(leaf: JsonValue): boolean {
  return typeof leaf !== "string" || leaf.length <= TEXT_MAX_CHARACTERS;
}

interface Leaf {
  location: (string | number)[];
  leaf: JsonValue;
}

function leavesOf(value: JsonValue, location: (string | number)[]): Leaf[] {
  if (typeof value !== "object" || value === null || location.length >= DEPTH_MAX) return typeof value === "object" && value !== null ? [] : [{ location, leaf: value }];
  const members: [string | number, JsonValue][] = Array.isArray(value) ? value.slice(0, VALUES_MAX).map((item, index) => [index, item]) : Object.entries(value).slice(0, VALUES_MAX);
  return members.flatMap(([key, member]) => leavesOf(member, [...location, key]));
}
