// `npm test`: from a fresh clone to every test run. Unit and service tests, build, journeys in a browser.
import { requireNodeVersion } from "./setup/node-version.mjs";

requireNodeVersion();
const { generate, install, prepare } = await import("./setup/prepare.mjs");
const { node, say } = await import("./setup/run.mjs");
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

try {
  await install();
  await generate();
  const { ensureBrowser } = await import("./setup/browser.mjs");
  await ensureBrowser();
  say("Checks …");
  await node(["scripts/check.mjs", "--all"], { show: true });
  await prepare();
  say("Journeys in the browser …");
  await node(["node_modules/@playwright/test/cli.js", "test", ...process.argv.slice(2)], { show: true });
} catch (error) {
  console.error(`warmstart  ${error.message}`);
  process.exit(1);
}
