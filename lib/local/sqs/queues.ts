/**
 * Standard queues as SQS has them: at least once, hidden while somebody works on a message, moved to a dead-letter
 * queue after too many receives. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html
 */
import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import { attributesSizeBytes } from "./message-attributes.ts";
import type { Message, NewMessage, ReceivedMessage } from "./message.ts";
import { openMessageTable, type MessageCounts } from "./message-table.ts";
import { createQueueArrivals } from "./queue-arrivals.ts";
import { mergedAttributes, settingsOf } from "./queue-attributes.ts";
import { openQueueDatabase } from "./queue-database.ts";
import { openQueueTable } from "./queue-table.ts";
import { parseQueueArn, queueArn, type Queue } from "./queue.ts";
import { newNonce, parseReceiptHandle, receiptHandle } from "./receipt-handle.ts";
import { invalidParameter, invalidReceiptHandle } from "./sqs-error.ts";

/** The clock can be moved under a waiting receiver: it looks at least so often while something is hidden. */
const LONGEST_SLEEP_MS = 500;

export interface ReceiveOptions {
  max: number;
  /** The queue's own when absent. */
  visibilityTimeoutSeconds?: number;
}

export interface Queues {
  find(region: string, name: string): Queue | undefined;
  findByArn(arn: string): Queue | undefined;
  /** By name. */
  list(region: string): Queue[];
  create(region: string, name: string, attributes: Queue["attributes"], tags: Queue["tags"]): Queue;
  /** An empty text removes an attribute. */
  setAttributes(queue: Queue, attributes: Queue["attributes"]): void;
  setTags(queue: Queue, tags: Queue["tags"]): void;
  remove(queue: Queue): void;
  counts(queue: Queue): MessageCounts;
  /** Throws SQS's refusal when the message is larger than the queue takes. */
  send(queue: Queue, message: NewMessage): Message;
  /** What is there now. */
  receive(queue: Queue, options: ReceiveOptions): ReceivedMessage[];
  /** Waits up to `waitMs` for the first message; answers none when `signal` aborts. */
  receiveWithin(queue: Queue, options: ReceiveOptions, waitMs: number, signal: AbortSignal): Promise<ReceivedMessage[]>;
  /** Deleting twice, or with an old handle, is no error. */
  delete(queue: Queue, handle: string): void;
  changeVisibility(queue: Queue, handle: string, seconds: number): void;
  purge(queue: Queue): void;
  close(): void;
}

/** Opens the queues of all regions in `sqs.db`. */
export function openQueues({ directory, clock }: { directory: string; clock: Clock }): Queues {
  const database = openQueueDatabase(directory);
  const queues = openQueueTable(database);
  const messages = openMessageTable(database);
  const arrivals = createQueueArrivals();

  const expire = (queue: Queue) => messages.removeSentBefore(queue.id, clock.now() - settingsOf(queue).retentionSeconds * 1_000);
  const byArn = (arn: string) => {
    const parts = parseQueueArn(arn);
    return parts && queues.find(parts.region, parts.name);
  };

  /** True when the message has gone to the dead-letter queue instead of being handed out once more. */
  const wasDeadLettered = (queue: Queue, message: Message): boolean => {
    const { redrive } = settingsOf(queue);
    if (!redrive || message.receiveCount < redrive.maxReceiveCount) return false;
    const target = byArn(redrive.deadLetterTargetArn);
    // AWS goes on handing it out when the dead-letter queue is gone.
    if (!target) return false;
    messages.move(message.rowId, target.id, queueArn(queue.region, queue.name));
    arrivals.announce(target.id);
    return true;
  };

  const handOut = (queue: Queue, message: Message, timeoutSeconds: number): ReceivedMessage => {
    const nowMs = clock.now();
    const nonce = newNonce();
    const visibleMs = nowMs + timeoutSeconds * 1_000;
    messages.handOut(message, { nowMs, visibleMs, nonce });
    const { rowId, messageId, receiveCount, firstReceivedMs = nowMs } = message;
    const receipt = receiptHandle({ rowId, nonce }, messageId);
    return { ...message, visibleMs, firstReceivedMs, receiveCount: receiveCount + 1, receiptHandle: receipt };
  };

  const receive = database.transaction((queue: Queue, { max, visibilityTimeoutSeconds }: ReceiveOptions): ReceivedMessage[] => {
    expire(queue);
    const timeoutSeconds = visibilityTimeoutSeconds ?? settingsOf(queue).visibilityTimeoutSeconds;
    const received: ReceivedMessage[] = [];
    for (;;) {
      const found = messages.visible(queue.id, clock.now(), max - received.length);
      const deliverable = found.filter((message) => !wasDeadLettered(queue, message));
      // With a timeout of 0 a message is visible again at once: the same one must not come twice in one answer.
      received.push(...deliverable.map((message) => handOut(queue, message, timeoutSeconds)));
      if (deliverable.length === found.length) return received;
    }
  });

  const receiptOf = (handle: string) => {
    const receipt = parseReceiptHandle(handle);
    if (!receipt) throw invalidReceiptHandle(handle);
    return receipt;
  };

  return {
    find: (region, name) => queues.find(region, name),
    findByArn: byArn,
    list: (region) => queues.list(region),
    create(region, name, attributes, tags) {
      const nowMs = clock.now();
      return queues.add({ region, name, attributes: mergedAttributes({}, attributes), tags, createdMs: nowMs, modifiedMs: nowMs });
    },
    setAttributes: (queue, attributes) =>
      queues.replace({ ...queue, attributes: mergedAttributes(queue.attributes, attributes), modifiedMs: clock.now() }),
    setTags: (queue, tags) => queues.replace({ ...queue, tags }),
    remove(queue) {
      queues.remove(queue);
      arrivals.announce(queue.id);
    },
    counts(queue) {
      expire(queue);
      return messages.counts(queue.id, clock.now());
    },
    send(queue, { body, attributes = {}, delaySeconds, senderId, traceHeader }) {
      const settings = settingsOf(queue);
      if (Buffer.byteLength(body) + attributesSizeBytes(attributes) > settings.maximumMessageBytes) {
        throw invalidParameter(`One or more parameters are invalid. Reason: Message must be shorter than ${settings.maximumMessageBytes} bytes.`);
      }
      const sentMs = clock.now();
      const visibleMs = sentMs + (delaySeconds ?? settings.delaySeconds) * 1_000;
      const message = messages.add(queue.id, { messageId: randomUUID(), body, attributes, senderId, sentMs, visibleMs, ...(traceHeader === undefined ? {} : { traceHeader }) });
      arrivals.announce(queue.id);
      return message;
    },
    receive,
    async receiveWithin(queue, options, waitMs, signal) {
      const untilMs = clock.monotonicMs() + waitMs;
      for (;;) {
        // Settings may change and the queue may go while somebody waits.
        const current = queues.find(queue.region, queue.name);
        if (signal.aborted || current?.id !== queue.id) return [];
        const received = receive(current, options);
        const leftMs = untilMs - clock.monotonicMs();
        if (received.length > 0 || leftMs <= 0) return received;
        const nextMs = messages.nextVisibleMs(queue.id, clock.now());
        const hiddenMs = nextMs === undefined ? leftMs : Math.min(LONGEST_SLEEP_MS, Math.max(1, nextMs - clock.now()));
        await arrivals.wait(queue.id, Math.min(leftMs, hiddenMs), signal);
      }
    },
    delete: (queue, handle) => messages.remove(queue.id, receiptOf(handle)),
    changeVisibility(queue, handle, seconds) {
      const nowMs = clock.now();
      const hidden = messages.hide(queue.id, receiptOf(handle), nowMs, nowMs + seconds * 1_000);
      if (!hidden) {
        throw invalidParameter(
          `Value ${handle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
        );
      }
      if (seconds === 0) arrivals.announce(queue.id);
    },
    purge: (queue) => messages.clear(queue.id),
    close: () => database.close(),
  };
}
