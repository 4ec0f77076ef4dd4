/** A place in the order of a group's events: by time, then by when they were written. */
export interface LogPosition {
  timestampMs: number;
  chunkId: number;
  index: number;
}

/** Negative when `a` comes before `b`, oldest first. */
export function comparePositions(a: LogPosition, b: LogPosition): number {
  return a.timestampMs - b.timestampMs || a.chunkId - b.chunkId || a.index - b.index;
}

/** Before every event of that millisecond. */
export function startOf(timestampMs: number): LogPosition {
  return { timestampMs, chunkId: -1, index: 0 };
}

/** After every event of that millisecond. */
export function endOf(timestampMs: number): LogPosition {
  return { timestampMs, chunkId: Number.MAX_SAFE_INTEGER, index: 0 };
}
