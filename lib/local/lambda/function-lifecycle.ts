/**
 * States of a function: Pending → Active after creation, InProgress → Successful after an update.
 * https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
 */
import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { CodeStore } from "./code-store.ts";
import type { Deployment, FunctionRecord } from "./function-record.ts";
import type { FunctionStore } from "./function-store.ts";
import type { InvocationEngine } from "./invocation-engine.ts";
import { functionPending, updateInProgress } from "./lambda-errors.ts";

/** AWS takes about a second; long enough for clients to see the state, short enough not to wait. */
const DEFAULT_SETTLE_MS = 100;

export interface FunctionLifecycle {
  /** Stores a new function as Pending; it becomes Active by itself. */
  create(region: string, functionName: string, deployment: Deployment, tags: FunctionRecord["tags"]): FunctionRecord;
  /** Starts an update; invocations use the old deployment until it has finished. */
  update(record: FunctionRecord, next: Omit<Deployment, "generation">): FunctionRecord;
  /** Throws AWS's 409 while the function is being created or updated. */
  assertSettled(record: FunctionRecord): void;
  remove(record: FunctionRecord): void;
  close(): void;
}

export interface FunctionLifecycleOptions {
  store: FunctionStore;
  code: CodeStore;
  engine: InvocationEngine;
  clock: Clock;
  /** How long Pending and InProgress last. */
  settleMs?: number;
}

/** Finishes at once what a former process left unfinished. */
export function createFunctionLifecycle({ store, code, engine, clock, settleMs = DEFAULT_SETTLE_MS }: FunctionLifecycleOptions): FunctionLifecycle {
  const timers = new Set<NodeJS.Timeout>();

  const settle = (record: FunctionRecord): void => {
    const { serving, ...rest } = record;
    store.put({ ...rest, state: "Active", lastUpdateStatus: "Successful", revisionId: randomUUID() });
    if (!serving) return;
    engine.retire(record.region, record.functionName);
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
    remove(record) {
      store.remove(record.region, record.functionName);
      engine.retire(record.region, record.functionName);
      code.release(record.current.code.id);
      if (record.serving) code.release(record.serving.code.id);
    },
    close: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}

function isSettled(record: FunctionRecord): boolean {
  return record.state === "Active" && record.lastUpdateStatus === "Successful";
}
