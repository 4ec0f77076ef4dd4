import { join } from "node:path";
import Database, { type Database as DatabaseConnection } from "better-sqlite3";
import type { Clock } from "../clock.ts";
import type { Queues } from "../sqs/queues.ts";
import type { Telemetry } from "../telemetry.ts";
import { createAsyncDelivery } from "./async/async-delivery.ts";
import { enqueueTo } from "./async/enqueue-to.ts";
import { openCodeStore } from "./code-store.ts";
import { createInvocationEngine } from "./engine/create-invocation-engine.ts";
import { isCodeUsed, usedLayerSets } from "./code-use.ts";
import { createFunctionLifecycle } from "./function-lifecycle.ts";
import { openFunctionStore } from "./function-store.ts";
import { openLayerTrees } from "./layer-trees.ts";
import type { InvocationEngine } from "./invocation-engine.ts";
import type { LambdaContext } from "./operation.ts";
import { openEventSourceMappings } from "./mappings/mapping-lifecycle.ts";
import { createProvisioning, provisionedTotal } from "./provisioning.ts";
import { findQualified } from "./qualified-version.ts";
import { openResourceTables } from "./resource-tables.ts";
import { versionOfArn } from "./version-of-arn.ts";
import { createVersionResolver } from "./version-resolver.ts";

/** AWS's default for an account. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const DEFAULT_CONCURRENT_EXECUTIONS = 1_000;

/** Steps to undo what was opened; the first is to be run first. */
export type Cleanup = (() => void | Promise<void>)[];

export interface OpenLambdaOptions {
  directory: string;
  clock: Clock;
  telemetry: Telemetry;
  /** SQS's: destinations and dead-letter queues are among them. */
  queues: Queues;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** 1,000 when absent. */
  concurrentExecutions?: number;
  /** How long a function is Pending and an update InProgress; 0.1 s when absent. */
  settleMs?: number;
  codeLocation(codeId: string): string;
  urlLocation: LambdaContext["urlLocation"];
  log(message: string): void;
  onBug(error: unknown): void;
}

/** Opens the stores and the engine of Lambda; puts their ends in front of `cleanup`. */
export async function openLambda(options: OpenLambdaOptions, cleanup: Cleanup): Promise<LambdaContext> {
  const { directory, clock, telemetry, credentials, queues, codeLocation, urlLocation, log, onBug } = options;
  const database = openStateDatabase(join(directory, "state.db"));
  cleanup.unshift(() => void database.close());
  const store = openFunctionStore(database);
  const tables = openResourceTables(database);
  const isUsed = (codeId: string) => isCodeUsed({ store, tables }, codeId);
  const code = await openCodeStore({ directory, isUsed, onBug });
  cleanup.unshift(() => code.close());
  const limits = {
    concurrentExecutions: options.concurrentExecutions ?? DEFAULT_CONCURRENT_EXECUTIONS,
    reservedTotal: (region: string) => store.reservedTotal(region),
    provisionedTotal: (region: string) => provisionedTotal({ store, tables }, region),
  };
  const layerTrees = await openLayerTrees({ directory, code, usedLayers: () => usedLayerSets({ store, tables }) });
  const versionOf = createVersionResolver(code, layerTrees);
  const resolveVersion = (region: string, functionName: string, qualifier: string) => {
    const found = findQualified({ store, tables }, region, functionName, qualifier);
    return found && versionOf(found.function, found.version);
  };
  const current = (arn: string) => versionOfArn({ store, tables, versionOf }, arn);
  const asyncBehaviour = createAsyncDelivery({
    configs: tables.eventInvokeConfigs,
    queues,
    clock,
    findFunction: (region, functionName) => store.find(region, functionName),
    enqueue: (arn, payload, traceId) => enqueueTo({ engine, versionOfArn: current }, arn, payload, traceId),
    log,
  });
  // After the engine, which ends what pollers have started.
  cleanup.unshift(() => mappings.settled());
  const engine: InvocationEngine = createInvocationEngine({ directory, clock, telemetry, limits, credentials, resolveVersion, asyncBehaviour, log });
  cleanup.unshift(() => engine.close());
  const lifecycle = createFunctionLifecycle({ store, tables, code, engine, clock, settleMs: options.settleMs });
  cleanup.unshift(() => lifecycle.close());
  const provisioning = createProvisioning({ store, tables, engine, versionOf });
  const mappings = openEventSourceMappings({
    table: tables.mappings,
    queues,
    clock,
    settleMs: options.settleMs,
    resolveVersion: current,
    mayRecurse: (arn) => store.find(arn.split(":")[3] ?? "", arn.split(":")[6] ?? "")?.recursiveLoop === "Allow",
    invoke: (version, request) => engine.invoke(version, request),
    log,
  });
  cleanup.unshift(() => mappings.stop());
  return { store, tables, code, layerTrees, lifecycle, provisioning, mappings, queues, engine, limits, clock, versionOf, codeLocation, urlLocation };
}

function openStateDatabase(file: string): DatabaseConnection {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  return database;
}
