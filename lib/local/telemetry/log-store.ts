import type { Database } from "better-sqlite3";
import type { Clock } from "../clock.ts";
import { type IngestedLines, logAppender } from "./log-appender.ts";
import { type LogDirectory, type LogGroup, logDirectory } from "./log-directory.ts";
import type { LogBatch, LogScan } from "./log-event.ts";
import { scanLogEvents } from "./log-scan.ts";

const DAY_MS = 86_400_000;

/** What CloudWatch Logs reads and changes. */
export interface LogReader extends LogDirectory {
  /** Events in order, a batch at a time, letting other work run between batches. */
  scan(scan: LogScan): AsyncGenerator<LogBatch>;
  /** Before this nothing of the group is shown; `0` when its events never expire. */
  expiredBeforeMs(group: LogGroup): number;
}

export interface LogStore extends LogReader {
  /** Creates group and stream when missing. Inside a transaction of the caller's, who calls `rolledBack` if it fails. */
  append(entries: readonly IngestedLines[]): void;
  /** Forgets what memory knew. */
  rolledBack(): void;
}

/**
 * The log half of telemetry.db.
 *
 * @param settle Brings what waits in the journal into the tables; whoever reads or changes calls it first.
 */
export function logStore(database: Database, clock: Clock, settle: () => void): LogStore {
  const directory = logDirectory(database);
  const appender = logAppender(database, directory);
  const settled = <Parameters extends unknown[], Result>(read: (...parameters: Parameters) => Result) => {
    return (...parameters: Parameters): Result => {
      settle();
      return read(...parameters);
    };
  };
  const forgetting = (change: (id: number) => void): ((id: number) => void) => {
    return settled((id) => {
      appender.forget();
      change(id);
    });
  };

  return {
    groups: settled(directory.groups),
    group: settled(directory.group),
    streams: settled(directory.streams),
    stream: settled(directory.stream),
    storedBytes: settled(directory.storedBytes),
    createGroup: settled(directory.createGroup),
    createStream: settled(directory.createStream),
    setRetention: settled(directory.setRetention),
    deleteGroup: forgetting(directory.deleteGroup),
    deleteStream: forgetting(directory.deleteStream),
    scan: settled((scan: LogScan) => scanLogEvents(database, scan)),
    expiredBeforeMs: ({ retentionDays }) => (retentionDays === null ? 0 : clock.now() - retentionDays * DAY_MS),
    append: appender.append,
    rolledBack: appender.forget,
  };
}
