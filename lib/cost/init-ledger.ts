/**
 * How far a function's log has been read for INIT. Old lines never change, so each read goes on where the
 * settled part ends; the newest minutes are read again, as lines reach CloudWatch Logs late.
 */
import { parseReportLine } from "@/lib/runs/report-line";
import { addInit, type InitReading } from "./init-usage";

export interface InitLedger {
  msByDay: ReadonlyMap<number, number>;
  /** Everything stamped before is in `msByDay` and final. */
  settledThroughMs: number;
}

/** Lines may arrive this much later than they are stamped. */
export const LATE_LINES_MS = 10 * 60_000;

/** Terms that every INIT-carrying REPORT has, in the text format or in JSON. */
export const INIT_PATTERN = '?"Init Duration" ?initDurationMs';

interface LogEvent {
  timestampMs: number;
  message: string;
  logStream: string;
}

interface LogSlice {
  events: readonly LogEvent[];
  /** False for another function's line: log groups can be shared. */
  isOwn: (event: LogEvent) => boolean;
  /** False when the log went on beyond the last page read. */
  complete: boolean;
  endMs: number;
}

/** An empty ledger from `startMs` on. */
export function newInitLedger(startMs: number): InitLedger {
  return { msByDay: new Map(), settledThroughMs: startMs };
}

/** Adds a slice that begins at `ledger.settledThroughMs`, oldest line first. */
export function readOnward(ledger: InitLedger, slice: LogSlice, nowMs: number): { ledger: InitLedger; reading: InitReading } {
  // Lines of the last millisecond read may continue on the page that was not read.
  const readThroughMs = slice.complete ? slice.endMs : (slice.events.at(-1)?.timestampMs ?? ledger.settledThroughMs);
  const settledThroughMs = Math.max(ledger.settledThroughMs, Math.min(readThroughMs, nowMs - LATE_LINES_MS));
  const settled = new Map(ledger.msByDay);
  const all = new Map(ledger.msByDay);
  for (const event of slice.events) {
    const { timestampMs } = event;
    if (timestampMs >= readThroughMs || !slice.isOwn(event)) continue;
    const initMs = parseReportLine(event.message)?.initDurationMs;
    if (initMs === undefined) continue;
    addInit(all, timestampMs, initMs);
    if (timestampMs < settledThroughMs) addInit(settled, timestampMs, initMs);
  }
  return { ledger: { msByDay: settled, settledThroughMs }, reading: { msByDay: all, readThroughMs } };
}
