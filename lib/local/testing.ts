/** A local region for tests of the whole project: a port of its own, a temporary directory, no shop. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { systemClock } from "./clock.ts";
import { startRegion, type RegionOptions } from "./region.ts";
import { openTelemetry } from "./telemetry/open-telemetry.ts";
import type { Telemetry } from "./telemetry.ts";

export interface TestRegion {
  endpoint: string;
  port: number;
  directory: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** Spread into an SDK client; no retries, so that a test sees each answer. */
  clientConfig: {
    endpoint: string;
    region: string;
    maxAttempts: number;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  /** Stops the region and removes its directory, unless the directory was given. */
  close(): Promise<void>;
}

const CREDENTIALS = { accessKeyId: "AKIALOCALTEST0000000", secretAccessKey: "local-test-secret" };

export async function startTestRegion(options: Partial<RegionOptions> = {}): Promise<TestRegion> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), "local-region-")));
  const region = await startRegion({ port: 0, ...CREDENTIALS, shop: "off", traffic: false, ...options, directory });
  const credentials = {
    accessKeyId: options.accessKeyId ?? CREDENTIALS.accessKeyId,
    secretAccessKey: options.secretAccessKey ?? CREDENTIALS.secretAccessKey,
  };
  const { endpoint, port } = region;
  return {
    endpoint,
    port,
    directory,
    credentials,
    clientConfig: { endpoint, region: "us-east-1", maxAttempts: 1, credentials },
    async close() {
      await region.close();
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A zip of text files, for CreateFunction and UpdateFunctionCode. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Puts metrics and log lines of the past into a directory, before a region is started on it. */
export function loadTelemetry(directory: string, entry: Parameters<Telemetry["load"]>[0]): void {
  const telemetry = openTelemetry({ directory, clock: systemClock });
  telemetry.load(entry);
  telemetry.close();
}
