import { setImmediate as nextTurn } from "node:timers/promises";
import type { Telemetry } from "../../telemetry.ts";
import type { SignedClient } from "../signed-client.ts";
import type { HistoryFile, HistoryState } from "./history-file.ts";
import { logEntries } from "./log-entries.ts";
import { metricMinutes } from "./metric-minutes.ts";
import { historyModels } from "./models.ts";
import { simulateHistory, type HistorySlice } from "./simulate.ts";
import { wasLogged } from "./was-logged.ts";

export interface WriteHistoryOptions {
  client: SignedClient;
  telemetry: Telemetry;
  file: HistoryFile;
  /** What to write when the file does not know of a history yet. */
  plan: Pick<HistoryState, "fromMs" | "untilMs" | "seed" | "functions">;
  signal: AbortSignal;
  log(message: string): void;
}

/** The file is written after so many slices: to replace it costs as much as a small slice. */
const SLICES_PER_NOTE = 72;

/**
 * Writes the simulated history, once. Each slice is one transaction of the telemetry store, and now and
 * then the file notes how many there are. A process that is killed in between leaves slices of which the
 * file does not know: the next start simulates the same history again (it is seeded), asks the log for
 * the first invocation of each slice behind the note and goes on where one is missing. So nothing is
 * missing and nothing is there twice. Between slices, and between making one and storing it, the event
 * loop has its turn.
 */
export async function writeHistory({ client, telemetry, file, plan, signal, log }: WriteHistoryOptions): Promise<void> {
  const state = file.read() ?? { ...plan, slicesWritten: 0, complete: false };
  if (state.complete) return;
  file.write(state);
  log("writing fourteen days of simulated history");

  let mayHaveLanded = true;
  let invocations = 0;
  let slicesWritten = 0;
  for (const slice of simulateHistory(historyModels(state.functions), state)) {
    const [first] = slice.invocations;
    if (slicesWritten >= state.slicesWritten) {
      // A slice without invocations has nothing to ask for.
      if (mayHaveLanded && first) mayHaveLanded = await wasLogged(client, first);
      if (!mayHaveLanded) await store(telemetry, slice);
    }
    if (signal.aborted) return;
    slicesWritten++;
    invocations += slice.invocations.length;
    if (slicesWritten > state.slicesWritten && slicesWritten % SLICES_PER_NOTE === 0) file.write({ ...state, slicesWritten });
    await nextTurn();
    if (signal.aborted) return;
  }
  file.write({ ...state, slicesWritten, complete: true });
  log(`simulated history of ${invocations.toLocaleString("en-US")} invocations is written`);
}

async function store(telemetry: Telemetry, slice: HistorySlice): Promise<void> {
  const entry = { logs: logEntries(slice.invocations), metrics: metricMinutes(slice) };
  await nextTurn();
  telemetry.load(entry);
}
