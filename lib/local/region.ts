/** Puts the local region together: stores, engine, services, server, and the sample shop on top. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LOCAL_HOST, type LocalRegionStatus } from "../local-contract.ts";
import { systemClock, type Clock } from "./clock.ts";
import { createCloudWatchService } from "./cloudwatch/cloudwatch-service.ts";
import { createControlRoutes } from "./control-routes.ts";
import { createCodeLinks } from "./lambda/code-links.ts";
import { openCodeStore } from "./lambda/code-store.ts";
import { createInvocationEngine } from "./lambda/engine/create-invocation-engine.ts";
import { createFunctionLifecycle } from "./lambda/function-lifecycle.ts";
import type { FunctionRecord } from "./lambda/function-record.ts";
import { openFunctionStore } from "./lambda/function-store.ts";
import { createLambdaService } from "./lambda/lambda-service.ts";
import { createVersionResolver } from "./lambda/version-resolver.ts";
import { createLogsService } from "./logs/logs-service.ts";
import { lockDirectory } from "./region-lock.ts";
import { createShop, type Shop } from "./sample/shop.ts";
import { startServer } from "./server.ts";
import { createStsService } from "./sts/sts-service.ts";
import { openTelemetry } from "./telemetry/open-telemetry.ts";

/** AWS's default for an account. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const DEFAULT_CONCURRENT_EXECUTIONS = 1_000;

export interface RegionOptions {
  /** Everything the region keeps; made when missing. */
  directory: string;
  host?: string;
  /** 0 takes any free port. */
  port: number;
  accessKeyId: string;
  secretAccessKey: string;
  /** The one account limit, for each region name; 1,000 when absent. */
  concurrentExecutions?: number;
  clock?: Clock;
  shop: "off" | "deploy";
  /** Whether the shop invokes its functions. */
  traffic: boolean;
  log?: (message: string) => void;
}

export interface Region {
  port: number;
  /** `http://127.0.0.1:<port>` */
  endpoint: string;
  /** Resolves when the shop is deployed and its history written; at once without a shop. */
  shopReady: Promise<void>;
  /** Stops everything and leaves no child process; the second call waits for the first. */
  close(): Promise<void>;
}

/** Starts the region; rejects with `DirectoryInUseError`, or with Node's error when it cannot listen. */
export async function startRegion(options: RegionOptions): Promise<Region> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const cleanup: (() => void | Promise<void>)[] = [lockDirectory(options.directory)];
  try {
    return await assemble(options, cleanup);
  } catch (error) {
    await closeAll(cleanup);
    throw error;
  }
}

async function assemble(options: RegionOptions, cleanup: (() => void | Promise<void>)[]): Promise<Region> {
  const { directory, host = LOCAL_HOST, clock = systemClock, log = () => undefined } = options;
  const credentials = { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey };
  const onBug = (error: unknown) => log(`Unexpected error: ${error instanceof Error ? error.stack : String(error)}`);

  const telemetry = openTelemetry({ directory, clock });
  cleanup.unshift(() => telemetry.close());
  const store = openFunctionStore(join(directory, "state.db"));
  cleanup.unshift(() => store.close());
  const code = await openCodeStore({ directory, isUsed: (codeId) => usesCode(store.all(), codeId), onBug });
  cleanup.unshift(() => code.close());
  const limits = {
    concurrentExecutions: options.concurrentExecutions ?? DEFAULT_CONCURRENT_EXECUTIONS,
    reservedTotal: (region: string) => store.reservedTotal(region),
  };
  const versionOf = createVersionResolver(code);
  const resolveVersion = (region: string, functionName: string, qualifier: string) => {
    const record = qualifier === "$LATEST" ? store.find(region, functionName) : undefined;
    return record && versionOf(record);
  };
  const engine = createInvocationEngine({ directory, clock, telemetry, limits, credentials, resolveVersion, log });
  cleanup.unshift(() => engine.close());
  const lifecycle = createFunctionLifecycle({ store, code, engine, clock });
  cleanup.unshift(() => lifecycle.close());

  const links = createCodeLinks();
  const codeLocation = (codeId: string) => endpoint + links.create(codeId, clock.now());
  const services = new Map([
    ["lambda", createLambdaService({ store, code, lifecycle, engine, limits, clock, versionOf, codeLocation })],
    ["monitoring", createCloudWatchService({ telemetry, clock })],
    ["logs", createLogsService({ telemetry, clock })],
    ["sts", createStsService()],
  ]);
  let shop: Shop | undefined;
  const unsigned = createControlRoutes({
    secretAccessKey: credentials.secretAccessKey,
    links,
    code,
    now: () => clock.now(),
    status: () => shop?.status() ?? WITHOUT_SHOP,
    setTrafficPaused: (paused) => shop?.setTrafficPaused(paused),
  });
  const server = await startServer({ host, port: options.port, credentials, services, unsigned, onBug });
  cleanup.unshift(() => server.close());
  const endpoint = `http://${host}:${server.port}`;

  if (options.shop === "deploy") {
    shop = createShop({ endpoint, credentials, telemetry, clock, directory, trafficEnabled: options.traffic, log });
    const opened = shop;
    cleanup.unshift(() => opened.close());
  }
  let closing: Promise<void> | undefined;
  return {
    port: server.port,
    endpoint,
    shopReady: shop?.start() ?? Promise.resolve(),
    close: () => (closing ??= closeAll(cleanup)),
  };
}

const WITHOUT_SHOP: LocalRegionStatus = { traffic: { enabled: false, paused: false } };

function usesCode(records: readonly FunctionRecord[], codeId: string): boolean {
  return records.some((record) => record.current.code.id === codeId || record.serving?.code.id === codeId);
}

/** Every step is tried, whatever another one throws: no child process may stay behind. */
async function closeAll(cleanup: readonly (() => void | Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of cleanup) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "The local region did not close cleanly.");
}
