import "server-only";
import type { AppError } from "@/lib/errors";
import type { LambdaFunction } from "./lambda-function-shape";
import { getFunction, getFunctionConcurrency, getFunctionConfiguration, listTags, type ReadOptions } from "./lambda-functions";
import { createPermissionMemory, type PermissionMemory } from "./permission-memory";
import { processState } from "./process-state";
import type { AwsTarget } from "./target";

/** What only a request per function tells. undefined = not read or not permitted. */
export interface FunctionDetails {
  function?: LambdaFunction;
  tags?: Record<string, string>;
  reservedConcurrency?: number;
  /** What of this was refused. */
  refusals: AppError[];
}

/** What this connection may read in this region, as far as it was tried. */
export function permissionsOf({ connectionId, region }: AwsTarget): PermissionMemory {
  const memories = processState("function-permissions", () => new Map<string, PermissionMemory>());
  const key = `${connectionId} ${region}`;
  const memory = memories.get(key) ?? createPermissionMemory();
  memories.set(key, memory);
  return memory;
}

/**
 * State, tags and reserved concurrency: in one GetFunction where that is permitted (it also answers with a download link
 * of the code, so that careful policies leave it out), else in up to three calls, each of which may be refused.
 */
export async function readFunctionDetails(
  target: AwsTarget,
  { name, functionArn }: { name: string; functionArn?: string },
  options: ReadOptions,
): Promise<FunctionDetails> {
  const permitted = permissionsOf(target);
  const whole = await permitted.attempt("GetFunction", () => getFunction(target, name, options));
  if (whole.value) return { ...whole.value, refusals: [] };
  const configuration = await permitted.attempt("GetFunctionConfiguration", () => getFunctionConfiguration(target, name, options));
  const arn = configuration.value?.functionArn ?? functionArn;
  const [tags, concurrency] = await Promise.all([
    arn ? permitted.attempt("ListTags", () => listTags(target, arn, options)) : undefined,
    permitted.attempt("GetFunctionConcurrency", () => getFunctionConcurrency(target, name, options)),
  ]);
  return {
    function: configuration.value,
    tags: tags?.value,
    reservedConcurrency: concurrency.value,
    refusals: [configuration, tags, concurrency].flatMap((attempt) => attempt?.refused ?? []),
  };
}
