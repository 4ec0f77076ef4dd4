import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { systemClock } from "../clock.ts";
import type { Telemetry } from "../telemetry.ts";
import { catalogue } from "./catalogue.ts";
import { openDeploymentRecord } from "./deployment-record.ts";
import { openHistoryFile } from "./history/history-file.ts";
import { createShop, type ShopOptions } from "./shop.ts";

let directory: string;
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "shop-"))));
afterEach(() => rmSync(directory, { recursive: true }));

const noTelemetry: Telemetry = {
  write: () => expect.unreachable("the shop does not write single lines"),
  load: () => expect.unreachable("the history is written already"),
  close: () => undefined,
};
const open = (options: Partial<ShopOptions> = {}) =>
  createShop({
    // Nobody listens on the discard port: these tests make no call.
    endpoint: "http://127.0.0.1:9",
    credentials: { accessKeyId: "local", secretAccessKey: "secret" },
    telemetry: noTelemetry,
    clock: systemClock,
    directory,
    trafficEnabled: true,
    log: () => undefined,
    ...options,
  });

it("knows of no history before the first start", () => {
  expect(open().status()).toEqual({ traffic: { enabled: true, paused: false } });
});

it("remembers over restarts that its traffic is paused", async () => {
  const shop = open();
  shop.setTrafficPaused(true);
  expect(shop.status().traffic).toEqual({ enabled: true, paused: true });
  await shop.close();
  const again = open({ trafficEnabled: false });
  expect(again.status().traffic).toEqual({ enabled: false, paused: true });
});

it("does not repeat what it did before, and says what is simulated", async () => {
  const record = openDeploymentRecord(directory);
  for (const sample of catalogue) record.add(sample);
  const history = { fromMs: 0, untilMs: 60_000, functions: [{ region: "us-east-1", functionName: "checkout" }] };
  openHistoryFile(directory).write({ ...history, seed: "test", slicesWritten: 1, complete: true });

  const messages: string[] = [];
  const shop = open({ log: (message) => messages.push(message) });
  shop.setTrafficPaused(true);
  await shop.start();
  expect(shop.status()).toEqual({ traffic: { enabled: true, paused: true }, simulatedHistory: history });
  await shop.close();
  expect(messages).toEqual([]);
});

it("has no history to tell when nothing could be deployed", async () => {
  const messages: string[] = [];
  const shop = open({ log: (message) => messages.push(message) });
  await shop.start();
  expect(shop.status().simulatedHistory).toBeUndefined();
  expect(messages).toHaveLength(catalogue.length);
  expect(messages[0]).toContain("could not be deployed");
  await shop.close();
});
