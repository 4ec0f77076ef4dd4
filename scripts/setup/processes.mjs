import { spawnSync } from "node:child_process";
import { Children } from "./children.mjs";
import { writeAwsProfile } from "./aws-profile.mjs";
import { choosePort } from "./ports.mjs";
import { inProject, say } from "./run.mjs";

/** How often it is looked whether npm, our parent, is still there. */
const PARENT_CHECK_MS = 500;
/** A dashboard that ends more often than so in so long is not started again. */
const DEATHS_MAX = 3;
const DEATHS_WITHIN_MS = 60_000;
/** Local regions that the profile file names first. */
const PROFILE_REGION = "us-east-1";

/** Starts the local region (when wanted) and the dashboard, prints how to reach them, and stops both at the end. */
export async function startProcesses(settings, { development }) {
  const children = new Children();
  const end = stopOnSignals(children);
  const region = settings.local.on ? await startLocalRegion(children, settings, end) : undefined;
  const port = await choosePort({ host: settings.host, port: settings.port, isExplicit: settings.portIsExplicit, name: "PORT" });
  await startDashboard(children, settings, { port, region, development, end });
  announce(settings, port, region);
}

function stopOnSignals(children) {
  let ending = false;
  const end = async (exitCode, reason) => {
    if (ending) return;
    ending = true;
    if (reason) console.error(`warmstart  ${reason}`);
    await children.stop();
    process.exit(exitCode);
  };
  process.on("SIGINT", () => end(0));
  process.on("SIGTERM", () => end(0));
  process.on("SIGHUP", () => end(0));
  watchAncestors(() => end(1));
  return end;
}

/**
 * A parent killed with -9 cannot tell us. Our own parent's end shows as another parent id; npm runs scripts through a
 * shell that outlives it, so npm itself, the grandparent, is looked at too.
 */
function watchAncestors(onGone) {
  const parent = process.ppid;
  const npm = process.env.npm_lifecycle_event && process.platform !== "win32" ? parentOf(parent) : undefined;
  setInterval(() => (process.ppid !== parent || (npm !== undefined && !isRunning(npm))) && onGone(), PARENT_CHECK_MS).unref();
}

function parentOf(pid) {
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
  const parent = Number(stdout);
  return parent > 1 ? parent : undefined;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

async function startLocalRegion(children, settings, end) {
  const { local, dataDirectory } = settings;
  const port = await choosePort({ host: "127.0.0.1", port: local.port, isExplicit: local.portIsExplicit, name: "WARMSTART_LOCAL_PORT" });
  const ready = deferred();
  children.start("the local region", ["--enable-source-maps", inProject("build/local/main.mjs")], {
    env: {
      ...process.env,
      WARMSTART_LOCAL_DIRECTORY: `${dataDirectory}/local`,
      WARMSTART_LOCAL_PORT: String(port),
      WARMSTART_LOCAL_PORT_EXPLICIT: "1",
      WARMSTART_LOCAL_ACCESS_KEY_ID: local.accessKeyId,
      WARMSTART_LOCAL_SECRET_ACCESS_KEY: local.secretAccessKey,
      WARMSTART_LOCAL_SHOP: "on",
      WARMSTART_LOCAL_TRAFFIC: local.traffic,
    },
    onLine: (line) => onRegionLine(line, ready),
    onExit: (reason) => end(1, reason),
  });
  const { endpoint } = await ready.promise;
  const profile = writeAwsProfile({ dataDirectory, endpoint, region: PROFILE_REGION, ...local });
  return { endpoint, profile };
}

function onRegionLine(line, ready) {
  let message;
  try {
    message = JSON.parse(line);
  } catch {
    return say(line);
  }
  if (message.event === "ready") ready.resolve(message);
  else if (message.message) say(`local region: ${message.message}`);
}

/**
 * What was promised for later (an emergency stop that ends by itself) must not wait until somebody looks: a dashboard that
 * dies is started again, unless it cannot start at all or dies again and again.
 */
async function startDashboard(children, settings, { port, region, development, end }) {
  const { host } = settings;
  const command = development ? ["dev"] : ["start"];
  const args = ["--import", new URL("../guard.mjs", import.meta.url).href, inProject("node_modules/next/dist/bin/next"), ...command, "-H", host, "-p", String(port)];
  const ready = deferred();
  let hasStarted = false;
  const deathsMs = [];
  const onExit = (reason) => {
    const nowMs = Date.now();
    deathsMs.push(nowMs);
    const isHopeless = deathsMs.filter((atMs) => nowMs - atMs < DEATHS_WITHIN_MS).length > DEATHS_MAX;
    if (!hasStarted || isHopeless) return end(1, reason);
    say(`${reason}; it is started again.`);
    start();
  };
  const start = () =>
    children.start("the dashboard", args, {
      env: dashboardEnvironment(settings, { port, region, development }),
      onLine: (line) => {
        if (/\bReady in\b/.test(line)) {
          hasStarted = true;
          ready.resolve();
        } else if (!/^\s*(▲|- (Local|Network)|✓ (Starting|Running)|$)/.test(line)) console.log(line);
      },
      onExit,
    });
  start();
  await ready.promise;
}

function dashboardEnvironment(settings, { port, region, development }) {
  return {
    ...process.env,
    NODE_ENV: development ? "development" : "production",
    PORT: String(port),
    WARMSTART_GUARD: development ? "development" : "production",
    DATABASE_URL: `file:${settings.databaseFile}`,
    WARMSTART_DATA_DIR: settings.dataDirectory,
    WARMSTART_LOCAL: settings.local.on ? "on" : "off",
    WARMSTART_AWS_MODE: settings.awsMode,
    WARMSTART_CONFIG: settings.configFile,
    ...(region
      ? {
          WARMSTART_LOCAL_ENDPOINT: region.endpoint,
          WARMSTART_LOCAL_ACCESS_KEY_ID: settings.local.accessKeyId,
          WARMSTART_LOCAL_SECRET_ACCESS_KEY: settings.local.secretAccessKey,
        }
      : {}),
  };
}

function announce(settings, port, region) {
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  console.log(`\n  Warmstart      http://${host}:${port}`);
  if (region) {
    const variables = Object.entries(region.profile).map(([name, value]) => `${name}=${value}`);
    console.log(`  Local region   ${region.endpoint}   (Lambda, CloudWatch, CloudWatch Logs; account 000000000000)`);
    console.log(`  AWS clients    ${variables.join(" ")} aws lambda list-functions`);
  }
  console.log("  Stop with Ctrl-C.\n");
}

/** Promise.withResolvers, which Node.js 20 lacks. */
function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
