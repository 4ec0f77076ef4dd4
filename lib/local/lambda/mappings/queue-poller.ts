import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { ServiceError } from "../../protocols/service-error.ts";
import type { ReceivedMessage } from "../../sqs/message.ts";
import type { Queue } from "../../sqs/queue.ts";
import type { Queues } from "../../sqs/queues.ts";
import { isRecursive } from "../async/lineage.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationRequest, InvocationResult } from "../invocation-engine.ts";
import { batchFailures } from "./batch-result.ts";
import { parseFilterPattern } from "./filter-pattern.ts";
import { queueSettings, type MappingRecord, type QueueMappingSettings } from "./mapping-record.ts";
import { fetchBatch, splitBySize } from "./queue-batch.ts";
import { passesFilters, sqsRecord } from "./sqs-event.ts";

/** When queue or function are gone: they may come back. */
const ABSENT_WAIT_MS = 1_000;

export interface PollerServices {
  queues: Queues;
  /** The version that the mapping's function stands for now. */
  resolveVersion(functionArn: string): FunctionVersion | undefined;
  /** Whether a function may run in a chain without end. */
  mayRecurse(functionArn: string): boolean;
  invoke(version: FunctionVersion, request: InvocationRequest): Promise<InvocationResult>;
  log(message: string): void;
}

/**
 * Takes messages from a queue and runs the function with them: what it has dealt with is deleted, what failed becomes
 * visible again by itself. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
export class QueuePoller {
  #mapping: MappingRecord;
  #settings: QueueMappingSettings;
  #services: PollerServices;
  #stopping = new AbortController();
  #running = new Set<Promise<void>>();
  #polling: Promise<void>;

  constructor(mapping: MappingRecord, services: PollerServices) {
    this.#mapping = mapping;
    this.#settings = queueSettings(mapping);
    this.#services = services;
    this.#polling = this.#poll().catch((error: unknown) => services.log(`Mapping ${mapping.uuid}: ${error instanceof Error ? String(error.stack) : String(error)}`));
  }

  /** Fetches nothing more; what is running comes to its end. */
  stop(): void {
    this.#stopping.abort();
  }

  async settled(): Promise<void> {
    await this.#polling;
    await Promise.all(this.#running);
  }

  async #poll(): Promise<void> {
    const { signal } = this.#stopping;
    const { queues, resolveVersion } = this.#services;
    while (!signal.aborted) {
      const queue = queues.findByArn(this.#mapping.eventSourceArn ?? "");
      if (!queue || !resolveVersion(this.#mapping.functionArn)) {
        await wait(ABSENT_WAIT_MS, undefined, { signal }).catch(() => undefined);
        continue;
      }
      const batch = await fetchBatch(queues, queue, this.#settings, signal);
      for (const part of splitBySize(batch)) await this.#start(queue, part);
    }
  }

  /** Waits until there is room for one more invocation, and starts it. */
  async #start(queue: Queue, messages: readonly ReceivedMessage[]): Promise<void> {
    while (this.#running.size >= this.#settings.maximumConcurrency) await Promise.race(this.#running);
    const run = this.#run(queue, messages)
      .catch((error: unknown) => this.#services.log(`Mapping ${this.#mapping.uuid}: ${String(error)}`))
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #run(queue: Queue, messages: readonly ReceivedMessage[]): Promise<void> {
    const { queues, resolveVersion, invoke } = this.#services;
    const { functionArn } = this.#mapping;
    const filters = this.#settings.filters.flatMap((pattern) => parseFilterPattern(pattern) ?? []);
    const wanted = messages.filter((message) => passesFilters(message, queue, filters) && !this.#isRecursive(message));
    // As on AWS: what the filters do not let pass is done with.
    for (const message of messages) if (!wanted.includes(message)) queues.delete(queue, message.receiptHandle);
    const version = resolveVersion(functionArn);
    if (wanted.length === 0 || !version) return;
    const payload = Buffer.from(JSON.stringify({ Records: wanted.map((message) => sqsRecord(message, queue)) }));
    const traceId = wanted.find(({ traceHeader }) => traceHeader !== undefined)?.traceHeader;
    const request = { requestId: randomUUID(), payload, invokedFunctionArn: functionArn, ...(traceId === undefined ? {} : { traceId }) };
    const result = await invoke(version, request).catch((error: unknown) => {
      // Throttled: the messages come again when they are visible.
      if (error instanceof ServiceError) return undefined;
      throw error;
    });
    if (result && result.functionError === undefined) this.#deleteDone(queue, wanted, result.payload);
  }

  #deleteDone(queue: Queue, messages: readonly ReceivedMessage[], payload: Buffer): void {
    const messageIds = new Set(messages.map(({ messageId }) => messageId));
    const failures = this.#settings.reportsItemFailures ? batchFailures(payload, messageIds) : ({ kind: "none" } as const);
    if (failures.kind === "all") return;
    for (const { messageId, receiptHandle } of messages) {
      if (failures.kind === "some" && failures.messageIds.has(messageId)) continue;
      this.#services.queues.delete(queue, receiptHandle);
    }
  }

  #isRecursive({ traceHeader, messageId }: ReceivedMessage): boolean {
    const { functionArn } = this.#mapping;
    if (!isRecursive(traceHeader, functionArn) || this.#services.mayRecurse(functionArn)) return false;
    this.#services.log(`${functionArn}: message ${messageId} was dropped, for the function has called itself 16 times in a chain`);
    return true;
  }
}
