/**
 * States of a function: Pending → Active after creation, InProgress → Successful after an update.
 * https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
 */
import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { CodeStore } from "./code-store.ts";
import type { Deployment, FunctionRecord, VersionRecord } from "./function-record.ts";
import type { FunctionStore } from "./function-store.ts";
import type { InvocationEngine } from "./invocation-engine.ts";
import { functionPending, updateInProgress } from "./lambda-errors.ts";
import { publishedVersion } from "./published-version.ts";
import { LATEST } from "./qualified-version.ts";
import type { ResourceTables } from "./resource-tables.ts";

/** AWS takes about a second; long enough for clients to see the state, short enough not to wait. */
const DEFAULT_SETTLE_MS = 100;

export interface FunctionLifecycle {
  /** Stores a new function as Pending; it becomes Active by itself. */
  create(region: string, functionName: string, deployment: Deployment, tags: FunctionRecord["tags"]): FunctionRecord;
  /** Starts an update; invocations use the old deployment until it has finished. */
  update(record: FunctionRecord, next: Omit<Deployment, "generation">): FunctionRecord;
  /**
   * Publishes what `$LATEST` is; without a change since the last published version that one is answered. It is
   * Pending until the function itself has settled.
   */
  publish(record: FunctionRecord, description: string | undefined): VersionRecord;
  /** Throws AWS's 409 while the function is being created or updated. */
  assertSettled(record: FunctionRecord): void;
  /** Removes a published version for good. */
  removeVersion(version: VersionRecord): void;
  /** Removes the function with everything that it owns. */
  remove(record: FunctionRecord): void;
  close(): void;
}

export interface FunctionLifecycleOptions {
  store: FunctionStore;
  tables: ResourceTables;
  code: CodeStore;
  engine: InvocationEngine;
  clock: Clock;
  /** How long Pending and InProgress last. */
  settleMs?: number;
}

/** Finishes at once what a former process left unfinished. */
export function createFunctionLifecycle(options: FunctionLifecycleOptions): FunctionLifecycle {
  const { store, tables, code, engine, clock, settleMs = DEFAULT_SETTLE_MS } = options;
  const timers = new Set<NodeJS.Timeout>();

  const settle = (record: FunctionRecord): void => {
    const { region, functionName } = record;
    const { serving, ...rest } = record;
    store.put({ ...rest, state: "Active", lastUpdateStatus: "Successful", revisionId: randomUUID() });
    for (const version of tables.versions.list(region, functionName)) {
      if (version.state === "Pending") tables.versions.put(region, functionName, version.version, { ...version, state: "Active" });
    }
    if (!serving) return;
    engine.retire(region, functionName, LATEST);
    if (serving.code.id !== record.current.code.id) code.release(serving.code.id);
  };

  const settleLater = (record: FunctionRecord): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const latest = store.find(record.region, record.functionName);
      // Tags and concurrency may have changed meanwhile; a function made anew has its own timer.
      if (latest?.current.generation === record.current.generation) settle(latest);
    }, settleMs);
    timers.add(timer);
  };

  for (const record of store.all()) if (!isSettled(record)) settle(record);

  return {
    create(region, functionName, deployment, tags) {
      const record: FunctionRecord = {
        region,
        functionName,
        version: LATEST,
        lastVersion: 0,
        current: deployment,
        state: "Pending",
        lastUpdateStatus: "Successful",
        revisionId: randomUUID(),
        lastModifiedMs: clock.now(),
        tags,
      };
      store.put(record);
      settleLater(record);
      return record;
    },
    update(record, next) {
      const updated: FunctionRecord = {
        ...record,
        current: { ...next, generation: randomUUID() },
        serving: record.current,
        lastUpdateStatus: "InProgress",
        revisionId: randomUUID(),
        lastModifiedMs: clock.now(),
      };
      store.put(updated);
      settleLater(updated);
      return updated;
    },
    assertSettled(record) {
      if (record.state === "Pending") throw functionPending();
      if (record.lastUpdateStatus === "InProgress") throw updateInProgress(record.region, record.functionName);
    },
    publish(record, description) {
      const { region, functionName } = record;
      const last = tables.versions.find(region, functionName, String(record.lastVersion));
      const published = publishedVersion(record, last, { description, nowMs: clock.now() });
      if (published === last) return last;
      tables.versions.put(region, functionName, published.version, published);
      store.put({ ...record, lastVersion: Number(published.version), revisionId: randomUUID() });
      return published;
    },
    removeVersion({ region, functionName, version, current }) {
      for (const table of [tables.versions, tables.policies, tables.provisioned, tables.eventInvokeConfigs]) {
        table.remove(region, functionName, version);
      }
      engine.retire(region, functionName, version);
      code.release(current.code.id);
    },
    remove(record) {
      const { region, functionName } = record;
      const versions = [record, ...tables.versions.list(region, functionName)];
      tables.removeFunction(region, functionName, () => store.remove(region, functionName));
      engine.retire(region, functionName);
      for (const { current, serving } of versions) {
        code.release(current.code.id);
        if (serving) code.release(serving.code.id);
      }
    },
    close: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}

function isSettled(record: FunctionRecord): boolean {
  return record.state === "Active" && record.lastUpdateStatus === "Successful";
}
