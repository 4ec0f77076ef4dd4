import type { LogReader } from "../telemetry/log-store.ts";
import type { LogScan, StoredLogEvent } from "../telemetry/log-event.ts";
import type { LogPosition } from "../telemetry/log-position.ts";

const MAX_PAGE_BYTES = 1_048_576;
/** After so many chunks without a full page the caller gets what there is and goes on with the token, as at AWS. */
const MAX_SCANNED_CHUNKS = 200_000;

/** A page of events that passed. */
export interface EventPage {
  /** In the scan's order. */
  events: StoredLogEvent[];
  /** Where the next page starts; `undefined` when everything was seen. */
  resume: LogPosition | undefined;
}

/** Reads until `limit` events passed, a page is 1 MB large, enough was looked at, or nothing is left. */
export async function readEventPage(
  logs: LogReader,
  scan: LogScan,
  limit: number,
  passes: (event: StoredLogEvent) => boolean,
): Promise<EventPage> {
  const events: StoredLogEvent[] = [];
  let pageBytes = 0;
  let scannedChunks = 0;
  let last: LogPosition | undefined;
  for await (const batch of logs.scan(scan)) {
    for (const event of batch.events) {
      if (!passes(event)) continue;
      const sizeBytes = Buffer.byteLength(event.message);
      const isFull = events.length >= limit || (events.length > 0 && pageBytes + sizeBytes > MAX_PAGE_BYTES);
      if (isFull) return { events, resume: last };
      events.push(event);
      pageBytes += sizeBytes;
      last = event;
    }
    scannedChunks += batch.scannedChunks;
    if (scannedChunks >= MAX_SCANNED_CHUNKS && batch.resume) return { events, resume: batch.resume };
  }
  return { events, resume: undefined };
}
