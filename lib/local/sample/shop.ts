import { join } from "node:path";
import type { LocalRegionStatus } from "../../local-contract.ts";
import { sampleFunctionsDirectory } from "../assets.ts";
import type { Clock } from "../clock.ts";
import type { Telemetry } from "../telemetry.ts";
import { catalogue } from "./catalogue.ts";
import { deployShop } from "./deploy.ts";
import { openDeploymentRecord } from "./deployment-record.ts";
import { openHistoryFile } from "./history/history-file.ts";
import { writeHistory } from "./history/write-history.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";
import { createSignedClient } from "./signed-client.ts";
import { startTraffic, type Traffic } from "./traffic.ts";

const MINUTE_MS = 60_000;
const HISTORY_MS = 14 * 24 * 60 * MINUTE_MS;

export interface ShopOptions {
  /** Where the region listens, for instance `http://127.0.0.1:9400`. */
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  telemetry: Telemetry;
  clock: Clock;
  /** The region's own: the shop keeps `shop-*.json` in it. */
  directory: string;
  /** False: functions and history, but no live traffic. */
  trafficEnabled: boolean;
  log(message: string): void;
}

/** The shop's share of the region's status. */
export type ShopStatus = Omit<LocalRegionStatus, "interpreters">;

export interface Shop {
  /**
   * Deploys what was never deployed, starts the traffic, then writes the simulated history if there is
   * none. Call it once, when the region listens. Resolves early when the shop is closed.
   */
  start(): Promise<void>;
  status(): ShopStatus;
  /** Remembered over restarts. */
  setTrafficPaused(paused: boolean): void;
  /** Ends traffic and what `start` still does. */
  close(): Promise<void>;
}

/** The sample shop of a local region; it uses the region through its API as any client does. */
export function createShop(options: ShopOptions): Shop {
  const { telemetry, clock, directory, trafficEnabled, log } = options;
  const client = createSignedClient(options);
  const record = openDeploymentRecord(directory);
  const historyFile = openHistoryFile(directory);
  const trafficPath = join(directory, "shop-traffic.json");
  const closing = new AbortController();
  let paused = (readJsonFile(trafficPath) as { paused: boolean } | undefined)?.paused ?? false;
  let traffic: Traffic | undefined;
  let starting: Promise<void> = Promise.resolve();

  const run = async () => {
    const untilMs = Math.floor(clock.now() / MINUTE_MS) * MINUTE_MS;
    const { signal } = closing;
    await deployShop({ client, functions: catalogue, record, functionsDirectory: sampleFunctionsDirectory, signal, log });
    // Without a function of its own the shop has no history to tell; the next start tries again.
    if (signal.aborted || record.all().length === 0) return;
    const deployed = catalogue.filter((sample) => record.has(sample));
    // Before the history, which ends where this begins: charts live from the first minute.
    if (trafficEnabled)
      traffic = startTraffic({ client, clock, functions: deployed, seed: `traffic/${clock.now()}`, paused, log });
    const plan = { fromMs: untilMs - HISTORY_MS, untilMs, seed: `shop/${untilMs}`, functions: [...record.all()] };
    await writeHistory({ client, telemetry, file: historyFile, plan, signal, log });
  };

  return {
    start: () => {
      starting = run();
      return starting;
    },
    status: () => {
      const history = historyFile.read();
      return {
        traffic: { enabled: trafficEnabled, paused },
        ...(history === undefined
          ? {}
          : {
              simulatedHistory: { fromMs: history.fromMs, untilMs: history.untilMs, functions: history.functions },
            }),
      };
    },
    setTrafficPaused: (value) => {
      paused = value;
      writeJsonFile(trafficPath, { paused });
      traffic?.setPaused(paused);
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled([starting]);
      await traffic?.stop();
      client.close();
    },
  };
}
