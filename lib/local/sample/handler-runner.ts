import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { SampleFunction } from "./sample-function.ts";

/** What a handler made of one event. */
export type HandlerOutcome = { answer: unknown } | { errorType: string; errorMessage: string };

const NODE_HARNESS = `
  import { text } from "node:stream/consumers";
  console.log = console.warn = console.error;
  // Collects what the handler streams.
  globalThis.awslambda = { streamifyResponse: (run) => async (event, context) => {
    const words = [];
    await run(event, { setContentType() {}, write: (word) => words.push(word), end() {} }, context);
    return words.join("");
  } };
  const { handler } = await import("./" + process.argv[1].replace(".handler", ".mjs"));
  const outcomes = [];
  for (const event of JSON.parse(await text(process.stdin))) {
    try { outcomes.push({ answer: await handler(event, { awsRequestId: "r-1" }) }); }
    catch (error) { outcomes.push({ errorType: error.name, errorMessage: error.message }); }
  }
  process.stdout.write(JSON.stringify(outcomes));`;

const PYTHON_HARNESS = `
import importlib, json, sys
sys.path.insert(0, "")
handler = importlib.import_module(sys.argv[1].split(".")[0]).handler
outcomes = []
for event in json.load(sys.stdin):
    try:
        outcomes.append({"answer": handler(event, None)})
    except Exception as error:
        outcomes.append({"errorType": type(error).__name__, "errorMessage": str(error)})
print(json.dumps(outcomes))`;

/** Runs a sample function's handler in a process of its own (for tests): one outcome an event. */
export async function runHandler(
  functionsDirectory: string,
  sample: SampleFunction,
  events: readonly unknown[],
  environment: Record<string, string> = {},
): Promise<HandlerOutcome[]> {
  const [command, ...options] = sample.runtime.startsWith("nodejs")
    ? [process.execPath, "--input-type=module", "-e", NODE_HARNESS]
    : ["python3", "-B", "-c", PYTHON_HARNESS];
  // The function's variables and nothing else but the path to the interpreter.
  const variables = { PATH: process.env.PATH, ...sample.environment, ...environment };
  const child = spawn(command ?? "", [...options, sample.handler], {
    cwd: join(functionsDirectory, sample.source),
    env: variables as unknown as NodeJS.ProcessEnv,
  });
  child.stdin.end(JSON.stringify(events));
  const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (output === "") throw new Error(`${sample.functionName} answered nothing: ${complaints}`);
  return JSON.parse(output) as HandlerOutcome[];
}
