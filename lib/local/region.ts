/** Puts the local region together: stores, engine, services, server, and the sample shop on top. */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { LOCAL_HOST } from "../local-contract.ts";
import { systemClock, type Clock } from "./clock.ts";
import { createCloudWatchService } from "./cloudwatch/cloudwatch-service.ts";
import { createControlRoutes } from "./control-routes.ts";
import { createCodeLinks } from "./lambda/code-links.ts";
import { openLambda, type Cleanup } from "./lambda/open-lambda.ts";
import { createLambdaService } from "./lambda/lambda-service.ts";
import { createFunctionUrls } from "./lambda/urls/function-urls.ts";
import { urlDomain } from "./lambda/urls/url-address.ts";
import { createLogsService } from "./logs/logs-service.ts";
import { lockDirectory } from "./region-lock.ts";
import { createShop, type Shop, type ShopStatus } from "./sample/shop.ts";
import { openSchemaStore } from "./schemas/schema-store.ts";
import { createSchemasService } from "./schemas/schemas-service.ts";
import { startServer } from "./server.ts";
import { openQueues } from "./sqs/queues.ts";
import { createSqsService } from "./sqs/sqs-service.ts";
import { createStsService } from "./sts/sts-service.ts";
import { openTelemetry } from "./telemetry/open-telemetry.ts";

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
  /** How long a function is Pending and an update InProgress; 0.1 s when absent. Tests that look at that time want it longer. */
  settleMs?: number;
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
  const cleanup: Cleanup = [lockDirectory(options.directory)];
  try {
    return await assemble(options, cleanup);
  } catch (error) {
    await closeAll(cleanup);
    throw error;
  }
}

async function assemble(options: RegionOptions, cleanup: Cleanup): Promise<Region> {
  const { directory, host = LOCAL_HOST, clock = systemClock, log = () => undefined } = options;
  const credentials = { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey };
  const onBug = (error: unknown) => log(`Unexpected error: ${error instanceof Error ? error.stack : String(error)}`);

  const telemetry = openTelemetry({ directory, clock });
  cleanup.unshift(() => telemetry.close());
  const queues = openQueues({ directory, clock });
  cleanup.unshift(() => queues.close());
  const schemas = openSchemaStore(directory);
  cleanup.unshift(() => schemas.close());
  const links = createCodeLinks();
  const codeLocation = (codeId: string) => endpoint + links.create(codeId, clock.now());
  const urlLocation = ({ urlId, region }: { urlId: string; region: string }) => `http://${urlDomain(urlId, region)}:${server.port}/`;
  const lambda = await openLambda({ ...options, clock, log, telemetry, queues, credentials: createRoleCredentials(), onBug, codeLocation, urlLocation }, cleanup);
  let shop: Shop | undefined;
  const unsigned = createControlRoutes({
    secretAccessKey: credentials.secretAccessKey,
    links,
    code: lambda.code,
    now: () => clock.now(),
    status: async () => ({ interpreters: await lambda.engine.interpreters(), ...(shop?.status() ?? WITHOUT_SHOP) }),
    setTrafficPaused: (paused) => shop?.setTrafficPaused(paused),
  });
  const services = new Map([
    ["lambda", createLambdaService(lambda)],
    ["monitoring", createCloudWatchService({ telemetry, clock })],
    ["logs", createLogsService({ telemetry, clock })],
    ["schemas", createSchemasService(schemas, clock)],
    ["sqs", createSqsService(queues)],
    ["sts", createStsService()],
  ]);
  const functionUrls = createFunctionUrls({ context: lambda, telemetry, credentials });
  const server = await startServer({ host, port: options.port, credentials, services, unsigned, functionUrls, onBug });
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

/**
 * What functions find as their role's credentials: of AWS's form, drawn anew at each start, and good for nothing. The
 * region's own key pair must not reach code that it runs.
 */
function createRoleCredentials() {
  const random = (bytes: number) => randomBytes(bytes).toString("base64url");
  return { accessKeyId: `ASIA${randomBytes(8).toString("hex").toUpperCase()}`, secretAccessKey: random(30), sessionToken: random(120) };
}

const WITHOUT_SHOP: ShopStatus = { traffic: { enabled: false, paused: false } };

/** Every step is tried, whatever another one throws: no child process may stay behind. */
async function closeAll(cleanup: Cleanup): Promise<void> {
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
