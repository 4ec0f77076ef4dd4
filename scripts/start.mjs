// `npm start`: from a fresh clone to a running Warmstart, and nothing left behind when it ends.
import path from "node:path";
import { requireNodeVersion } from "./setup/node-version.mjs";

requireNodeVersion();
const { prepare } = await import("./setup/prepare.mjs");
const { say } = await import("./setup/run.mjs");
const { createDataDirectory, loadDotEnv, readSettings, SettingsError } = await import("./setup/settings.mjs");

process.umask(0o077);
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
const development = process.argv.includes("--dev");

try {
  await main();
} catch (error) {
  console.error(error instanceof SettingsError ? `warmstart  ${error.message}` : error);
  process.exit(1);
}

async function main() {
  loadDotEnv();
  const settings = readSettings();
  await prepare({ dashboard: !development });
  // What is imported from here on needs node_modules.
  const { migrate } = await import("../prisma/migrate.mjs");
  const { startProcesses } = await import("./setup/processes.mjs");
  createDataDirectory(settings.dataDirectory);
  const applied = migrate(settings.databaseFile);
  if (applied.length > 0) say(`Database ${path.relative(process.cwd(), settings.databaseFile)}: ${applied.length} migration(s) applied.`);
  await startProcesses(settings, { development });
}
