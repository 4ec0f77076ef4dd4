import { parseArgs } from "node:util";

export const USAGE = `npm run tests -- --suite NAME [options]

Runs a suite in a Warmstart that is running, and waits for its end.

  --suite NAME         the suite's name or id
  --connection ID      default: local
  --qualifier NAME     run every event at this alias or version, instead of its own
  --failed-only        only what failed or was not run the last time
  --concurrency N      runs at a time; default: the suite's own
  --junit FILE         write JUnit XML
  --json FILE          write the results as JSON
  --url URL            where Warmstart runs; default: WARMSTART_URL, else http://127.0.0.1:PORT (3000)

Ends with 0 when assertions passed and nothing failed, with 1 when something failed, with 2 when it could not be run,
was cancelled, or nothing was asserted: then nothing is known.`;

/** Wrong arguments: one sentence for the person. */
export class UsageError extends Error {}

const OPTIONS = {
  suite: { type: "string" },
  connection: { type: "string", default: "local" },
  qualifier: { type: "string" },
  "failed-only": { type: "boolean", default: false },
  concurrency: { type: "string" },
  junit: { type: "string" },
  json: { type: "string" },
  url: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
};

/** Options of the command line, with the environment's defaults. Throws a `UsageError`. */
export function readArguments(args, env) {
  const { values } = parse(args);
  if (values.help) return { help: true };
  if (!values.suite) throw new UsageError("Say which suite: npm run tests -- --suite NAME (--help lists everything).");
  return {
    help: false,
    suite: values.suite,
    connection: values.connection,
    qualifier: values.qualifier,
    failedOnly: values["failed-only"],
    concurrency: concurrencyOf(values.concurrency),
    junit: values.junit,
    json: values.json,
    url: urlOf(values.url ?? env.WARMSTART_URL ?? `http://127.0.0.1:${env.PORT || 3000}`),
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false });
  } catch (error) {
    throw new UsageError(`${error.message.split(". ")[0]}. --help lists what there is.`);
  }
}

function concurrencyOf(text) {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 20) return count;
  throw new UsageError(`--concurrency ${text} is not a whole number from 1 to 20.`);
}

function urlOf(text) {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, "");
  throw new UsageError(`${text} is no address of a Warmstart, such as http://127.0.0.1:3000.`);
}
