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

/**
 * Writes the simulated history, once. Each slice is one transaction of the telemetry store, and the
 * file counts the slices after it. A process that is killed in between leaves one slice of which the
 * file does not know whether it landed: the next start simulates the same history again (it is
 * seeded), asks the log for that slice's first invocation and goes on behind it. So nothing is
 * missing and nothing is there twice. Between slices the event loop has its turn.
 */
export async function writeHistory({ client, telemetry, file, plan, signal, log }: WriteHistoryOptions): Promise<void> {
  const state = file.read() ?? { ...plan, slicesWritten: 0, complete: false };
  if (state.complete) return;
  const resumes = state.slicesWritten;
  file.write(state);
  log("writing fourteen days of simulated history");

  let invocations = 0;
  let index = 0;
  for (const slice of simulateHistory(historyModels(state.functions), state)) {
    if (signal.aborted) return;
    const mayHaveLanded = index === resumes;
    if (index >= resumes && !(mayHaveLanded && (await hasLanded(client, slice)))) {
      telemetry.load({ logs: logEntries(slice.invocations), metrics: metricMinutes(slice) });
    }
    index++;
    if (index > resumes) file.write({ ...state, slicesWritten: index });
    invocations += slice.invocations.length;
    await nextTurn();
  }
  file.write({ ...state, slicesWritten: index, complete: true });
  log(`simulated history of ${invocations.toLocaleString("en-US")} invocations is written`);
}

async function hasLanded(client: SignedClient, slice: HistorySlice): Promise<boolean> {
  const [first] = slice.invocations;
  return first !== undefined && wasLogged(client, first);
}
