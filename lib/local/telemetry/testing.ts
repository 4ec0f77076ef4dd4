/** CloudWatch and Logs on a port of their own, over a store that the test writes to. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCloudWatchService } from "../cloudwatch/cloudwatch-service.ts";
import type { Clock } from "../clock.ts";
import { createLogsService } from "../logs/logs-service.ts";
import { startServer } from "../server.ts";
import type { MetricSample, MetricUnit } from "../telemetry.ts";
import { openTelemetry, type TelemetryStore } from "./open-telemetry.ts";

export interface TestTelemetry {
  telemetry: TelemetryStore;
  clock: Clock & { nowMs: number };
  clientConfig: {
    endpoint: string;
    region: string;
    maxAttempts: number;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  close(): Promise<void>;
}

/** @param nowMs Where the clock stands; the signatures of SDK clients want it near the real time */
export async function startTestTelemetry(nowMs = Date.now()): Promise<TestTelemetry> {
  const directory = mkdtempSync(join(tmpdir(), "local-telemetry-"));
  const clock = { nowMs, now: () => clock.nowMs, monotonicMs: () => performance.now() };
  const telemetry = openTelemetry({ directory, clock });
  const bugs: unknown[] = [];
  const credentials = { accessKeyId: "AKIALOCALTEST0000000", secretAccessKey: "local-test-secret" };
  const server = await startServer({
    host: "127.0.0.1",
    port: 0,
    credentials,
    services: new Map([
      ["monitoring", createCloudWatchService({ telemetry, clock })],
      ["logs", createLogsService({ telemetry, clock })],
    ]),
    unsigned: { handle: async () => undefined, isCapability: () => false },
    functionUrls: async () => undefined,
    onBug: (error) => bugs.push(error),
  });
  return {
    telemetry,
    clock,
    clientConfig: {
      endpoint: `http://127.0.0.1:${server.port}`,
      region: "us-east-1",
      maxAttempts: 1,
      credentials,
    },
    async close() {
      await server.close();
      telemetry.close();
      rmSync(directory, { recursive: true });
      if (bugs.length > 0) throw new AggregateError(bugs, "The services failed.");
    },
  };
}

/** A sample of AWS/Lambda in us-east-1. */
export function lambdaSample(
  name: string,
  value: number,
  timestampMs: number,
  dimensions: Readonly<Record<string, string>> = { FunctionName: "checkout" },
): MetricSample {
  const unit: MetricUnit = name === "Duration" ? "Milliseconds" : "Count";
  return { region: "us-east-1", namespace: "AWS/Lambda", name, dimensions, unit, timestampMs, value };
}
