// `npm run bench`: the local region's figures beside their physical limits, measured in the same run.
// `npm run bench -- cold-start history` runs only the named ones.
import { requireNodeVersion } from "./setup/node-version.mjs";

requireNodeVersion();
// The SDK would print it in the middle of the progress.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
const { runAll } = await import("../bench/run-all.mjs");
process.exit((await runAll(process.argv.slice(2))) ? 0 : 1);
