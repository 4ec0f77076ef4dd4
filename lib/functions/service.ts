import "server-only";
import { type AnswerCache, createAnswerCache } from "@/lib/aws/answer-cache";
import { detailSweepOf } from "@/lib/aws/function-detail-sweep";
import { type FunctionDetails, permissionsOf, readFunctionDetails } from "@/lib/aws/function-details";
import type { LambdaFunction } from "@/lib/aws/lambda-function-shape";
import { getAccountSettings, listFunctions as listFunctionsOfRegion } from "@/lib/aws/lambda-functions";
import { processState } from "@/lib/aws/process-state";
import type { AwsTarget } from "@/lib/aws/target";
import { requireConnection } from "@/lib/connections/service";
import { AppError, isAppError } from "@/lib/errors";
import { compareFunctions, summarizeFunction, toRegionProblem } from "./function-summary";
import type { FunctionDetail, FunctionList, FunctionSummary, RegionProblem } from "./schema";

interface RegionList {
  functions: LambdaFunction[];
  loadedAtMs: number;
  /** How long all pages took. */
  tookMs: number;
}

export interface FunctionLimits {
  timeoutMs: number;
  reservedConcurrency?: number;
  /** True where the connection may not read it. */
  reservedUnread?: boolean;
  accountConcurrency?: number;
  logGroup: string;
  logFormat: "Text" | "JSON";
}

/** With the page's own interval, what another client makes shows within 15 s. */
const LIST_TTL_MS = 5_000;
/** The local region's list is free and read in milliseconds. */
const LOCAL_LIST_TTL_MS = 1_000;
/** Reading a list takes at most this part of the time: 200 pages are not read every few seconds. */
const LIST_READING_SHARE = 1 / 10;
/** A list that takes long (AWS gives 50 functions a page) is shown from memory while it is read again. */
const SLOW_LIST_MS = 1_000;
const SLOW_LIST_STALE_MS = 10 * 60_000;
const ACCOUNT_SETTINGS_TTL_MS = 60_000;
const LIMITS_TTL_MS = 15_000;

const limits = () => processState("function-limits", () => createAnswerCache<FunctionLimits>({ maxEntries: 1_000 }));
const lists = () => processState("function-lists", () => createAnswerCache<RegionList>({ maxEntries: 200 }));
const accounts = (): AnswerCache<{ concurrencyLimit?: number }> =>
  processState("account-settings", () => createAnswerCache({ maxEntries: 200 }));

/**
 * All functions of the regions (of the connection's own when undefined), by name. A region that cannot be read is a
 * problem beside the others. Tags and states come in by themselves: `detailsPending` counts down.
 */
export async function listFunctions(connectionId: string, regions?: readonly string[]): Promise<FunctionList> {
  const connection = await requireConnection(connectionId);
  const asked = [...new Set(regions ?? connection.regions)];
  const parts = await Promise.all(asked.map((region) => listRegion({ connectionId, region })));
  return {
    functions: parts.flatMap((part) => part.functions).sort(compareFunctions),
    problems: parts.flatMap((part) => part.problems),
    detailsPending: parts.reduce((sum, part) => sum + part.pending, 0),
    loadedAtMs: Math.min(...parts.map((part) => part.loadedAtMs)),
  };
}

interface RegionPart {
  functions: FunctionSummary[];
  problems: RegionProblem[];
  pending: number;
  loadedAtMs: number;
}

async function listRegion(target: AwsTarget): Promise<RegionPart> {
  const { region } = target;
  try {
    const { functions, loadedAtMs } = await cachedRegion(target);
    const details = detailSweepOf(target);
    const pending = details.sweep(functions);
    return {
      functions: functions.map((listed) => summarizeFunction(region, listed, details.known(listed.name))),
      problems: pending === 0 ? refusalsOf(target) : [],
      pending,
      loadedAtMs,
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { functions: [], problems: [toRegionProblem(region, error)], pending: 0, loadedAtMs: Date.now() };
  }
}

async function cachedRegion(target: AwsTarget): Promise<RegionList> {
  const { kind } = await requireConnection(target.connectionId);
  const freshness = {
    ttlMs: ({ tookMs }: RegionList) => Math.max(kind === "local" ? LOCAL_LIST_TTL_MS : LIST_TTL_MS, tookMs / LIST_READING_SHARE),
    staleMs: ({ tookMs }: RegionList) => (tookMs > SLOW_LIST_MS ? SLOW_LIST_STALE_MS : 0),
  };
  return lists().get(placeOf(target), freshness, () => loadRegion(target));
}

/** After a change of a function: the next question about its region's functions or their limits is asked of AWS. */
export function forgetFunctions(target: AwsTarget): void {
  lists().forget(placeOf(target));
  limits().forget(placeOf(target));
}

/** The next questions about the connection's functions and their limits are asked of AWS, not of memory. */
export async function refreshConnection(connectionId: string): Promise<void> {
  await requireConnection(connectionId);
  for (const cache of [lists(), limits(), accounts()]) cache.forget(`${connectionId} `);
}

function placeOf({ connectionId, region }: AwsTarget): string {
  return `${connectionId} ${region}`;
}

async function loadRegion(target: AwsTarget): Promise<RegionList> {
  const startedAtMs = Date.now();
  const functions = await listFunctionsOfRegion(target);
  const loadedAtMs = Date.now();
  return { functions, loadedAtMs, tookMs: loadedAtMs - startedAtMs };
}

/** GetFunction alone is no loss: three other calls say the same. */
function refusalsOf(target: AwsTarget): RegionProblem[] {
  return permissionsOf(target)
    .refusals()
    .filter(({ details }) => details.iamAction !== "lambda:GetFunction")
    .map((refusal) => toRegionProblem(target.region, refusal));
}

/** One function without any value of its variables. What is not permitted is undefined, with the reason in `problems`. */
export async function describeFunction(connectionId: string, region: string, name: string): Promise<FunctionDetail> {
  const target = { connectionId, region };
  await requireConnection(connectionId);
  const [details, account] = await Promise.all([
    readFunctionDetails(target, { name }, { priority: "interactive" }),
    accountLimit(target),
  ]);
  const { name: _name, ...configuration } = await configurationOf(target, name, details);
  return {
    ...configuration,
    ...summarizeFunction(region, { name, ...configuration }, details),
    accountConcurrencyLimit: account.concurrencyLimit,
    problems: [...details.refusals.map((refusal) => toRegionProblem(region, refusal)), ...account.problems],
  };
}

/** Limits that charts draw as lines, and where the function logs; kept for a moment: several panels ask at once. */
export function functionLimits(connectionId: string, region: string, name: string): Promise<FunctionLimits> {
  return limits().get(`${connectionId} ${region} ${name}`, { ttlMs: LIMITS_TTL_MS }, async () => {
    const detail = await describeFunction(connectionId, region, name);
    return {
      timeoutMs: detail.timeoutSeconds * 1_000,
      reservedConcurrency: detail.reservedConcurrency,
      ...(detail.problems.some(({ iamAction }) => iamAction === "lambda:GetFunctionConcurrency") ? { reservedUnread: true } : {}),
      accountConcurrency: detail.accountConcurrencyLimit,
      logGroup: detail.logGroup,
      logFormat: detail.logFormat,
    };
  });
}

/** Where one function may not be read the list may still have it, with all but its state. */
async function configurationOf(target: AwsTarget, name: string, details: FunctionDetails): Promise<LambdaFunction> {
  if (details.function) return details.function;
  const refusal = details.refusals[0];
  const listed = (await cachedRegion(target)).functions.find((row) => row.name === name);
  if (listed) return listed;
  throw refusal ?? new AppError("not_found", `There is no function ${name} in ${target.region}.`);
}

/** The account's concurrency limit in the region, shared by all of its functions. */
export async function accountLimit(target: AwsTarget): Promise<{ concurrencyLimit?: number; problems: RegionProblem[] }> {
  try {
    const key = `${target.connectionId} ${target.region}`;
    const { concurrencyLimit } = await accounts().get(key, { ttlMs: ACCOUNT_SETTINGS_TTL_MS }, () => getAccountSettings(target));
    return { concurrencyLimit, problems: [] };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { problems: [toRegionProblem(target.region, error)] };
  }
}
