/** Fetching a batch from a queue: full, or what came within the window. */
import type { ReceivedMessage } from "../../sqs/message.ts";
import type { Queue } from "../../sqs/queue.ts";
import type { Queues } from "../../sqs/queues.ts";
import type { QueueMappingSettings } from "./mapping-record.ts";

/** How long one look at an empty queue lasts. */
const LONG_POLL_MS = 20_000;
/** Of one invocation's event. */
const MAX_EVENT_BYTES = 6_291_456;
/** A record is so much larger than its message's body and attributes, at most. */
const RECORD_OVERHEAD_BYTES = 2_048;

/** No message when none came, or when `signal` aborts. */
export async function fetchBatch(
  queues: Queues,
  queue: Queue,
  { batchSize, windowSeconds }: QueueMappingSettings,
  signal: AbortSignal,
): Promise<ReceivedMessage[]> {
  const batch = await queues.receiveWithin(queue, { max: batchSize }, LONG_POLL_MS, signal);
  if (batch.length === 0) return batch;
  const untilMs = performance.now() + windowSeconds * 1_000;
  for (;;) {
    const leftMs = untilMs - performance.now();
    if (leftMs <= 0 || batch.length >= batchSize || signal.aborted || sizeOf(batch) >= MAX_EVENT_BYTES) return batch;
    batch.push(...(await queues.receiveWithin(queue, { max: batchSize - batch.length }, leftMs, signal)));
  }
}

/** In order, each part small enough for one event. */
export function splitBySize(messages: readonly ReceivedMessage[]): ReceivedMessage[][] {
  const parts: ReceivedMessage[][] = [];
  let partBytes = 0;
  for (const message of messages) {
    const bytes = sizeOf([message]);
    const part = parts.at(-1);
    if (part && partBytes + bytes <= MAX_EVENT_BYTES) {
      part.push(message);
      partBytes += bytes;
    } else {
      parts.push([message]);
      partBytes = bytes;
    }
  }
  return parts;
}

function sizeOf(messages: readonly ReceivedMessage[]): number {
  // A body may grow twofold when its quotes and line breaks are escaped.
  return messages.reduce((sum, { body, attributes }) => sum + 2 * Buffer.byteLength(body) + JSON.stringify(attributes).length + RECORD_OVERHEAD_BYTES, 0);
}
