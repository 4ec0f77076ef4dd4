import type { Database } from "better-sqlite3";
import type { Message } from "./message.ts";
import type { MessageAttributes } from "./message-attributes.ts";
import type { Receipt } from "./receipt-handle.ts";

export interface MessageCounts {
  visible: number;
  /** Handed out and neither deleted nor visible again. */
  inFlight: number;
  /** Never handed out and not yet visible. */
  delayed: number;
}

/** Messages on disk; each call is durable when it returns. Times are epoch milliseconds. */
export interface MessageTable {
  add(queueId: number, message: Omit<Message, "rowId" | "firstReceivedMs" | "receiveCount">): Message;
  /** Visible messages, the oldest first. */
  visible(queueId: number, nowMs: number, limit: number): Message[];
  nextVisibleMs(queueId: number, nowMs: number): number | undefined;
  handOut(message: Message, change: { nowMs: number; visibleMs: number; nonce: string }): void;
  /** To another queue, as if it had just arrived there: it keeps its id, body and sending time. */
  move(rowId: number, queueId: number, sourceQueueArn: string): void;
  /** False when the receipt is no longer the latest, or the message is gone. */
  hide(queueId: number, receipt: Receipt, nowMs: number, visibleMs: number): boolean;
  remove(queueId: number, receipt: Receipt): void;
  removeSentBefore(queueId: number, sentMs: number): void;
  clear(queueId: number): void;
  counts(queueId: number, nowMs: number): MessageCounts;
}

interface Row {
  rowId: number;
  messageId: string;
  body: string;
  attributes: string;
  senderId: string;
  traceHeader: string | null;
  sourceQueueArn: string | null;
  sentMs: number;
  visibleMs: number;
  firstReceivedMs: number | null;
  receiveCount: number;
}

const COLUMNS = `id AS rowId, message_id AS messageId, body, attributes, sender_id AS senderId, trace_header AS traceHeader,
  source_queue_arn AS sourceQueueArn, sent_ms AS sentMs, visible_ms AS visibleMs, first_received_ms AS firstReceivedMs, receive_count AS receiveCount`;

export function openMessageTable(database: Database): MessageTable {
  const insert = database.prepare(
    `INSERT INTO message (queue_id, message_id, body, attributes, sender_id, trace_header, source_queue_arn, sent_ms, visible_ms)
     VALUES (@queueId, @messageId, @body, @attributes, @senderId, @traceHeader, @sourceQueueArn, @sentMs, @visibleMs)`,
  );
  const visible = database.prepare<[number, number, number], Row>(
    `SELECT ${COLUMNS} FROM message WHERE queue_id = ? AND visible_ms <= ? ORDER BY id LIMIT ?`,
  );
  const nextVisible = database.prepare<[number, number], { visibleMs: number | null }>(
    "SELECT MIN(visible_ms) AS visibleMs FROM message WHERE queue_id = ? AND visible_ms > ?",
  );
  const handOut = database.prepare(
    "UPDATE message SET visible_ms = @visibleMs, nonce = @nonce, receive_count = receive_count + 1, first_received_ms = COALESCE(first_received_ms, @nowMs) WHERE id = @rowId",
  );
  const move = database.prepare(
    "UPDATE message SET queue_id = ?, source_queue_arn = ?, receive_count = 0, first_received_ms = NULL, nonce = NULL, visible_ms = 0 WHERE id = ?",
  );
  const hide = database.prepare("UPDATE message SET visible_ms = ? WHERE id = ? AND queue_id = ? AND nonce = ? AND visible_ms > ?");
  const remove = database.prepare("DELETE FROM message WHERE id = ? AND queue_id = ? AND nonce = ?");
  const expire = database.prepare("DELETE FROM message WHERE queue_id = ? AND sent_ms < ?");
  const clear = database.prepare("DELETE FROM message WHERE queue_id = ?");
  const counts = database.prepare<[number, number, number, number], MessageCounts>(
    `SELECT COALESCE(SUM(visible_ms <= ?), 0) AS visible, COALESCE(SUM(visible_ms > ? AND receive_count > 0), 0) AS inFlight,
     COALESCE(SUM(visible_ms > ? AND receive_count = 0), 0) AS delayed FROM message WHERE queue_id = ?`,
  );
  return {
    add(queueId, message) {
      const { traceHeader = null, sourceQueueArn = null } = message;
      const attributes = JSON.stringify(message.attributes);
      const { lastInsertRowid } = insert.run({ ...message, queueId, attributes, traceHeader, sourceQueueArn });
      return { ...message, rowId: Number(lastInsertRowid), receiveCount: 0 };
    },
    visible: (queueId, nowMs, limit) => visible.all(queueId, nowMs, limit).map(fromRow),
    nextVisibleMs: (queueId, nowMs) => nextVisible.get(queueId, nowMs)?.visibleMs ?? undefined,
    handOut: ({ rowId }, change) => void handOut.run({ rowId, ...change }),
    move: (rowId, queueId, sourceQueueArn) => void move.run(queueId, sourceQueueArn, rowId),
    hide: (queueId, { rowId, nonce }, nowMs, visibleMs) => hide.run(visibleMs, rowId, queueId, nonce, nowMs).changes > 0,
    remove: (queueId, { rowId, nonce }) => void remove.run(rowId, queueId, nonce),
    removeSentBefore: (queueId, sentMs) => void expire.run(queueId, sentMs),
    clear: (queueId) => void clear.run(queueId),
    counts: (queueId, nowMs) => counts.get(nowMs, nowMs, nowMs, queueId) ?? { visible: 0, inFlight: 0, delayed: 0 },
  };
}

function fromRow({ traceHeader, sourceQueueArn, firstReceivedMs, attributes, ...row }: Row): Message {
  return {
    ...row,
    attributes: JSON.parse(attributes) as MessageAttributes,
    ...(traceHeader === null ? {} : { traceHeader }),
    ...(sourceQueueArn === null ? {} : { sourceQueueArn }),
    ...(firstReceivedMs === null ? {} : { firstReceivedMs }),
  };
}
