// `npm run check`: everything that is quick. Each part runs even when another failed; the exit status tells.
import { requireNodeVersion } from "./setup/node-version.mjs";

requireNodeVersion();
const { generate, install } = await import("./setup/prepare.mjs");
const { node, say } = await import("./setup/run.mjs");
await install();
await generate();

const NEXT = "node_modules/next/dist/bin/next";
const PARTS = [
  { name: "types", steps: [[NEXT, "typegen"], ["node_modules/typescript/bin/tsc", "--noEmit"]] },
  { name: "lint", steps: [["node_modules/oxlint/bin/oxlint", "--deny-warnings"]] },
  { name: "import rules", steps: [["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.mjs", "app", "components", "lib", "e2e"]] },
  { name: "unused code", steps: [["node_modules/knip/bin/knip.js"]] },
  { name: "migrations", steps: [["scripts/migration-new.mjs", "--check"]] },
  { name: "documents", steps: [["scripts/check-documents.mjs"]] },
  { name: "unit tests", steps: [["node_modules/vitest/vitest.mjs", "run"]] },
];

// `node scripts/check.mjs lint types` runs only the named parts.
const chosen = process.argv.slice(2);
let failed = 0;
for (const part of PARTS.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  try {
    let seconds = 0;
    for (const step of part.steps) seconds += (await node(step, { show: part.name === "unit tests" })).seconds;
    say(`${part.name}: fine (${seconds.toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.error(`warmstart  ${part.name}: FAILED\n${error.message}`);
  }
}
process.exit(failed > 0 ? 1 : 0);
