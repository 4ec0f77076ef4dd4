// `npm run check`: everything that is quick: what needs neither processes nor sockets. `--all`, as in `npm test`, runs the
// service tests as well. A part that fails does not stop the others; the exit status tells.
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
  { name: "unit tests", steps: [["node_modules/vitest/vitest.mjs", "run", "--project", "pure"]] },
];
const ALL_TESTS = { name: "unit and service tests", steps: [["node_modules/vitest/vitest.mjs", "run"]] };

const all = process.argv.includes("--all");
if (all) PARTS.splice(-1, 1, ALL_TESTS);
// `node scripts/check.mjs lint types` runs only the named parts.
const chosen = process.argv.slice(2).filter((name) => name !== "--all");
// All at once: the tests wait for processes while the others compute.
const outcomes = await Promise.all(
  PARTS.filter(({ name }) => chosen.length === 0 || chosen.includes(name)).map(async (part) => {
    try {
      let seconds = 0;
      let output = "";
      for (const step of part.steps) {
        const done = await node(step);
        seconds += done.seconds;
        output = done.output;
      }
      if (part.name.endsWith("tests")) console.log(closingLines(output));
      say(`${part.name}: fine (${seconds.toFixed(1)} s)`);
      return true;
    } catch (error) {
      console.error(`warmstart  ${part.name}: FAILED\n${error.message}`);
      return false;
    }
  }),
);
process.exit(outcomes.every(Boolean) ? 0 : 1);

/** The runner's own summary: how many files and tests passed. */
function closingLines(output) {
  return output.split("\n").filter((line) => /Test Files|Tests /.test(line)).join("\n");
}
