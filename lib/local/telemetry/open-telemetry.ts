import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry.ts";
import { type LogReader, logStore } from "./log-store.ts";
import { type MetricReader, metricStore } from "./metric-store.ts";
import { openTelemetryDatabase } from "./telemetry-database.ts";
import { telemetryJournal } from "./telemetry-journal.ts";

/** So many waiting writes are put into the tables without waiting for a reader: a pause of about two milliseconds. */
const MAX_WAITING = 64;

/** Everything the region's functions wrote: the engine's end (`Telemetry`) and the services' ends. */
export interface TelemetryStore extends Telemetry {
  readonly logs: LogReader;
  readonly metrics: MetricReader;
}

/**
 * Opens `telemetry.db` in the directory, creating it when it is missing.
 *
 * @throws Error when a newer version wrote the file.
 */
export function openTelemetry({ directory, clock }: { directory: string; clock: Clock }): TelemetryStore {
  const database = openTelemetryDatabase(directory);
  const journal = telemetryJournal(database);
  let settleScheduled = false;

  const settle = (): void => {
    if (journal.waiting().length === 0) return;
    orForget(settleTransaction);
    journal.forget();
  };
  const logs = logStore(database, clock, settle);
  const metrics = metricStore(database, clock, settle);

  const settleTransaction = database.transaction(() => {
    const waiting = journal.waiting();
    logs.append(waiting.flatMap((entry) => entry.logs ?? []));
    metrics.append(waiting.map((entry) => entry.samples));
    metrics.rollUpWhenDue();
    journal.clear();
  });
  const loadTransaction = database.transaction((entry: Parameters<Telemetry["load"]>[0]) => {
    logs.append((entry.logs ?? []).map((lines) => ({ ...lines, ingestionMs: undefined })));
    metrics.load(entry.metrics ?? []);
  });
  const orForget = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      logs.rolledBack();
      metrics.rolledBack();
      throw error;
    }
  };
  const settleLater = (): void => {
    settleScheduled = true;
    // After the answer that this write belongs to.
    setImmediate(() => {
      settleScheduled = false;
      if (database.open) settle();
    });
  };

  return {
    logs,
    metrics,
    write({ logs: lines, samples }) {
      const entry = { samples: samples ? metrics.journalled(samples) : [] };
      journal.append(lines ? { ...entry, logs: { ...lines, ingestionMs: clock.now() } } : entry);
      if (!settleScheduled && journal.waiting().length >= MAX_WAITING) settleLater();
    },
    load: (entry) => orForget(() => loadTransaction(entry)),
    close() {
      if (!database.open) return;
      settle();
      database.close();
    },
  };
}
