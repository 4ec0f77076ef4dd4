/** The local region as a process of its own. Settings come from the environment, progress goes to stdout as JSON lines. */
import { fstatSync } from "node:fs";
import { LOCAL_DEFAULT_PORT, LOCAL_HOST } from "../local-contract.ts";
import { readSettings, type RegionSettings } from "./region-settings.ts";
import { startRegion, type Region } from "./region.ts";

const PORTS_TO_TRY = 20;
const STDIN = 0;

/** Everything below the directory is for the user alone. */
process.umask(0o077);

function report(event: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

const progress = (message: string) => report({ event: "progress", message });

async function start(settings: RegionSettings): Promise<Region> {
  const first = settings.port ?? LOCAL_DEFAULT_PORT;
  const attempts = settings.portIsExplicit ? 1 : PORTS_TO_TRY;
  for (let port = first; ; port += 1) {
    try {
      return await startRegion({ ...settings, host: LOCAL_HOST, port, log: progress });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (port + 1 < first + attempts) continue;
      throw new Error(
        settings.portIsExplicit
          ? `Port ${first} is taken: set WARMSTART_LOCAL_PORT to a free one.`
          : `Ports ${first} to ${port} are all taken: set WARMSTART_LOCAL_PORT to a free one.`,
        { cause: error },
      );
    }
  }
}

function stopOn(region: Region): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    region.close().then(() => process.exit(0), fail);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // A parent that dies without a signal to us closes the pipe; a terminal or /dev/null says nothing.
  const stdin = fstatSync(STDIN);
  if (stdin.isFIFO() || stdin.isSocket()) process.stdin.on("end", stop).on("error", stop).resume();
}

function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  report({ event: "error", message });
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

try {
  const region = await start(readSettings(process.env));
  stopOn(region);
  report({ event: "ready", port: region.port, endpoint: region.endpoint });
  await region.shopReady.then(
    () => report({ event: "shop-ready" }),
    (error: unknown) => progress(`The sample shop could not be started: ${(error as Error).message}`),
  );
} catch (error) {
  fail(error);
}
