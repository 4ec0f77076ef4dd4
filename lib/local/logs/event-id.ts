import type { LogPosition } from "../telemetry/log-position.ts";

const TIME_DIGITS = 14;
const CHUNK_DIGITS = 20;
const INDEX_DIGITS = 22;
const EVENT_ID = /^(\d{14})(\d{20})(\d{22})$/;

/** 56 digits, as AWS's event ids: unique in the region, growing with time. */
export function eventIdOf({ timestampMs, chunkId, index }: LogPosition): string {
  // One more than the id, as the position before all events of a millisecond has -1.
  const chunk = String(chunkId + 1).padStart(CHUNK_DIGITS, "0");
  return `${String(timestampMs).padStart(TIME_DIGITS, "0")}${chunk}${String(index).padStart(INDEX_DIGITS, "0")}`;
}

/** `undefined` when it is none of ours. */
export function positionOfEventId(eventId: string): LogPosition | undefined {
  const match = EVENT_ID.exec(eventId);
  if (!match) return undefined;
  const [, time, chunk, index] = match;
  return { timestampMs: Number(time), chunkId: Number(chunk) - 1, index: Number(index) };
}
