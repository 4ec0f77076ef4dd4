import { existsSync } from "node:fs";
import { bundleLocalRegion } from "./bundle-local-region.mjs";
import { inProject, node, npm, say } from "./run.mjs";
import { hashOf, isStamped, stamp } from "./stamp.mjs";

const INSTALL_STAMP = "node_modules/.warmstart-installed";
const GENERATE_STAMP = "node_modules/.warmstart-generated";
const BUILD_STAMP = ".next/.warmstart-built";
const LOCAL_STAMP = "build/.warmstart-local";
const SOURCES = ["app", "components", "lib", "public", "instrumentation.ts", "next.config.mjs", "postcss.config.mjs", "tsconfig.json"];

/** Installs what the lockfile names when node_modules is missing, older than it, or built for another Node.js. */
export async function install() {
  const wanted = hashOf(["package.json", "package-lock.json"], `${process.versions.modules} ${process.platform} ${process.arch}`);
  if (isStamped(INSTALL_STAMP, wanted)) return;
  say("Installing dependencies (once; one to three minutes) …");
  // Only better-sqlite3-12 has a script that matters: from Node-API 10 on its successor is used, which comes compiled.
  const scripts = Number(process.versions.napi) >= 10 ? ["--ignore-scripts"] : [];
  const { seconds } = await npm(["ci", "--no-audit", "--no-fund", ...scripts], { label: "installing" });
  stamp(INSTALL_STAMP, wanted);
  say(`Dependencies installed in ${seconds.toFixed(0)} s.`);
}

/** Writes Prisma's client when the schema changed. */
export async function generate() {
  const wanted = hashOf(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  if (isStamped(GENERATE_STAMP, wanted) && existsSync(inProject("lib/db/generated/client.ts"))) return;
  const { seconds } = await node(["node_modules/prisma/build/index.js", "generate", "--no-hints"], { label: "generating the database client" });
  stamp(GENERATE_STAMP, wanted);
  say(`Database client generated in ${seconds.toFixed(1)} s.`);
}

/** Builds the dashboard when a source changed. */
export async function buildDashboard() {
  const wanted = hashOf([...SOURCES, "prisma/schema.prisma", "package-lock.json"]);
  if (isStamped(BUILD_STAMP, wanted)) return;
  say("Building the dashboard (after a change of sources; about half a minute) …");
  const { seconds } = await node(["node_modules/next/dist/bin/next", "build"], {
    label: "building",
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  stamp(BUILD_STAMP, wanted);
  say(`Dashboard built in ${seconds.toFixed(0)} s.`);
}

/** Bundles the local region when a source changed. */
export async function buildLocalRegion() {
  const wanted = hashOf(["lib/local", "lib/local-contract.ts", "package-lock.json"]);
  if (isStamped(LOCAL_STAMP, wanted)) return;
  await bundleLocalRegion();
  stamp(LOCAL_STAMP, wanted);
}

/** Everything that must be there before a process can start. */
export async function prepare({ dashboard = true } = {}) {
  await install();
  await generate();
  await buildLocalRegion();
  if (dashboard) await buildDashboard();
}
