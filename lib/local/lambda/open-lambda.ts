import { join } from "node:path";
import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry.ts";
import { openCodeStore } from "./code-store.ts";
import { createInvocationEngine } from "./engine/create-invocation-engine.ts";
import { createFunctionLifecycle } from "./function-lifecycle.ts";
import type { FunctionRecord } from "./function-record.ts";
import { openFunctionStore } from "./function-store.ts";
import type { LambdaContext } from "./operation.ts";
import { createVersionResolver } from "./version-resolver.ts";

/** AWS's default for an account. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const DEFAULT_CONCURRENT_EXECUTIONS = 1_000;

/** Steps to undo what was opened; the first is to be run first. */
export type Cleanup = (() => void | Promise<void>)[];

export interface OpenLambdaOptions {
  directory: string;
  clock: Clock;
  telemetry: Telemetry;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** 1,000 when absent. */
  concurrentExecutions?: number;
  /** How long a function is Pending and an update InProgress; 0.1 s when absent. */
  settleMs?: number;
  codeLocation(codeId: string): string;
  log(message: string): void;
  onBug(error: unknown): void;
}

/** Opens the stores and the engine of Lambda; puts their ends in front of `cleanup`. */
export async function openLambda(options: OpenLambdaOptions, cleanup: Cleanup): Promise<LambdaContext> {
  const { directory, clock, telemetry, credentials, codeLocation, log, onBug } = options;
  const store = openFunctionStore(join(directory, "state.db"));
  cleanup.unshift(() => store.close());
  const isUsed = (codeId: string) => store.all().some((record) => usesCode(record, codeId));
  const code = await openCodeStore({ directory, isUsed, onBug });
  cleanup.unshift(() => code.close());
  const limits = {
    concurrentExecutions: options.concurrentExecutions ?? DEFAULT_CONCURRENT_EXECUTIONS,
    reservedTotal: (region: string) => store.reservedTotal(region),
  };
  const versionOf = createVersionResolver(code);
  const resolveVersion = (region: string, functionName: string, qualifier: string) => {
    const record = qualifier === "$LATEST" ? store.find(region, functionName) : undefined;
    return record && versionOf(record);
  };
  const engine = createInvocationEngine({ directory, clock, telemetry, limits, credentials, resolveVersion, log });
  cleanup.unshift(() => engine.close());
  const lifecycle = createFunctionLifecycle({ store, code, engine, clock, settleMs: options.settleMs });
  cleanup.unshift(() => lifecycle.close());
  return { store, code, lifecycle, engine, limits, clock, versionOf, codeLocation };
}

function usesCode(record: FunctionRecord, codeId: string): boolean {
  return record.current.code.id === codeId || record.serving?.code.id === codeId;
}
