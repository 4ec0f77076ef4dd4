import type { LogLine } from "../telemetry.ts";
import type { LogPosition } from "./log-position.ts";

/** Which events, and in which order. */
export interface LogScan {
  groupId: number;
  /** `undefined`: every stream. */
  streamIds?: readonly number[];
  /** Inclusive. */
  fromMs: number;
  /** Exclusive. */
  untilMs: number;
  newestFirst: boolean;
  /** Texts that every event of interest contains: chunks without them are not even read. */
  containing: readonly string[];
  /** Go on after this one (in the order of the scan). */
  after?: LogPosition;
}

export interface StoredLogEvent extends LogLine, LogPosition {
  streamId: number;
  ingestionMs: number;
}

export interface LogBatch {
  /** In order; not yet checked against anything but the scan's time and streams. */
  events: StoredLogEvent[];
  /** Where to go on when the caller stops after this batch; `undefined` when there is nothing more. */
  resume: LogPosition | undefined;
  /** How many chunks were looked at for it. */
  scannedChunks: number;
}
