// `npm run tests -- --suite NAME`: runs a suite in a running Warmstart and ends with 0 when it passed, 1 when something
// failed, 2 when it could not be run or nothing was asserted.
import { writeFileSync } from "node:fs";
import { requireNodeVersion } from "./setup/node-version.mjs";

requireNodeVersion();
const { readArguments, USAGE, UsageError } = await import("./tests/arguments.mjs");
const { createApi, ApiError } = await import("./tests/api.mjs");
const { caseLines, exitStatusOf, summaryLine } = await import("./tests/outcome.mjs");

const POLL_MS = 500;

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof UsageError || error instanceof ApiError;
  console.error(`tests  ${expected ? error.message : `Something went wrong in this script: ${error.stack}`}`);
  process.exitCode = 2;
}

async function main() {
  const options = readArguments(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const api = createApi(options.url);
  const suite = await findSuite(api, options);
  const { qualifier, failedOnly, concurrency } = options;
  const started = await api.post(`/api/${options.connection}/suites/${suite.id}/runs`, { clickId: crypto.randomUUID(), qualifier, failedOnly, concurrency });
  console.log(`tests  ${suite.name}: ${started.cases.length} event(s)${qualifier ? ` at ${qualifier}` : ""}, ${options.url}/${options.connection}/tests/${suite.id}?run=${started.id}`);
  const run = await watch(api, options, started);
  await writeReports(api, options, run);
  console.log(`tests  ${summaryLine(run)}`);
  return exitStatusOf(run);
}

async function findSuite(api, { connection, suite: wanted }) {
  const { suites } = await api.get(`/api/${connection}/suites`);
  const found = suites.find(({ name, id }) => name === wanted || id === wanted);
  if (found) return found;
  const names = suites.map(({ name }) => `“${name}”`).join(", ");
  throw new ApiError(`There is no suite named “${wanted}” in the connection ${connection}. ${names ? `There are: ${names}.` : "It has no suites yet."}`);
}

/** Prints each case once, when it has ended. A signal cancels what still waits, on the server too. */
async function watch(api, { connection }, started) {
  const path = `/api/${connection}/suite-runs/${started.id}`;
  const cancel = () => {
    console.error("tests  Cancelling: what runs is awaited, what waits is not run.");
    api.post(`${path}/cancel`).catch(() => undefined);
  };
  process.once("SIGINT", cancel).once("SIGTERM", cancel);
  const printed = new Set();
  let run = started;
  for (;;) {
    for (const testCase of run.cases) {
      if (printed.has(testCase.id) || testCase.status === "waiting" || testCase.status === "running") continue;
      printed.add(testCase.id);
      for (const line of caseLines(testCase)) console.log(line);
    }
    if (run.status !== "running") return run;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    run = await api.get(path);
  }
}

async function writeReports(api, { connection, junit, json }, run) {
  if (json) writeFile(json, `${JSON.stringify(run, null, 2)}\n`);
  if (junit) writeFile(junit, (await api.get(`/api/${connection}/suite-runs/${run.id}/junit`)).xml);
}

function writeFile(file, text) {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new ApiError(`${file} could not be written: ${error.message}`);
  }
}
