import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runtimeDirectory } from "../../assets.ts";
import { answerOf, createHarness } from "./engine-harness.ts";

let harness: ReturnType<typeof createHarness>;
beforeAll(() => {
  harness = createHarness();
});
afterAll(() => harness.close());

describe("a Node.js function", () => {
  test("answers, keeps its environment and writes AWS's lines", async () => {
    const version = harness.define({
      name: "counter",
      files: {
        "index.mjs": `let calls = 0;
          console.log("loading");
          export const handler = async (event, context) => {
            calls += 1;
            console.log("first\\nsecond", { calls });
            console.error("trouble");
            process.stdout.write("plain\\n");
            return { calls, event, id: context.awsRequestId, memory: context.memoryLimitInMB, left: context.getRemainingTimeInMillis() > 9000 };
          };`,
      },
    });
    const cold = await harness.invoke(version, { a: "ü" }, { requestId: "11111111-1111-4111-8111-111111111111" });
    expect(answerOf(cold)).toEqual({ calls: 1, event: { a: "ü" }, id: "11111111-1111-4111-8111-111111111111", memory: "256", left: true });
    const warm = await harness.invoke(version);
    expect(answerOf(warm)).toMatchObject({ calls: 2 });
    const lines = harness.telemetry.lines.filter(({ logGroup }) => logGroup === "/aws/lambda/counter");
    expect(new Set(lines.map(({ logStream }) => logStream)).size).toBe(1);
    expect(lines[0]?.logStream).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
    const messages = lines.map(({ message }) => message);
    expect(messages[0]).toMatch(/^INIT_START Runtime Version: nodejs:22\.v1\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:[0-9a-f]{64}\n$/);
    expect(messages[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z\tundefined\tINFO\tloading\n$/);
    expect(messages[2]).toBe("START RequestId: 11111111-1111-4111-8111-111111111111 Version: $LATEST\n");
    expect(messages).toContainEqual(expect.stringMatching(/Z\t11111111-[^\t]+\tINFO\tfirst\nsecond \{ calls: 1 \}\n$/));
    expect(messages).toContainEqual(expect.stringMatching(/\tERROR\ttrouble\n$/));
    expect(messages).toContain("plain\n");
    const end = messages.indexOf("END RequestId: 11111111-1111-4111-8111-111111111111\n");
    expect(end).toBe(6);
    expect(messages[end + 1]).toMatch(
      /^REPORT RequestId: 1{8}-\S+\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 256 MB\tMax Memory Used: [1-9]\d* MB\tInit Duration: \d+\.\d\d ms\t\n$/,
    );
    expect(messages.at(-1)).toMatch(/Max Memory Used: [1-9]\d* MB\t\n$/);
    expect(cold.logTail.startsWith("START RequestId: 1111")).toBe(true);
    expect(cold.logTail.endsWith("\t\n")).toBe(true);
  });

  test("writes lines and metrics in one transaction before it answers", async () => {
    const version = harness.define({ name: "metrics", files: { "index.mjs": "export const handler = async () => 1;" } });
    const before = harness.telemetry.writes.length;
    await harness.invoke(version);
    const writes = harness.telemetry.writes.slice(before);
    expect(writes).toHaveLength(1);
    expect(writes[0]?.logs?.lines.at(-1)?.message).toMatch(/^REPORT/);
    const names = writes[0]?.samples?.map(({ name, dimensions }) => `${name}/${Object.keys(dimensions).length}`) ?? [];
    const inAll = ["Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions"].flatMap((name) => [0, 1, 2].map((count) => `${name}/${count}`));
    expect(names.toSorted()).toEqual([...inAll, "UnreservedConcurrentExecutions/0"].toSorted());
  });

  test("sees AWS's variables and nothing of this process", async () => {
    const version = harness.define({
      name: "environment",
      files: { "index.mjs": "export const handler = async () => ({ env: process.env, cwd: process.cwd() });" },
      configuration: { Environment: { STAGE: "test", AWS_REGION: "nowhere" } },
    });
    process.env.OWN_SECRET = "must not leak";
    const { env, cwd } = answerOf(await harness.invoke(version)) as { env: Record<string, string>; cwd: string };
    expect(cwd).toBe(version.codeDirectory);
    expect(Object.keys(env).toSorted()).toEqual(
      [
        "AWS_ACCESS_KEY_ID AWS_DEFAULT_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API AWS_REGION AWS_SECRET_ACCESS_KEY AWS_XRAY_CONTEXT_MISSING LAMBDA_RUNTIME_DIR LAMBDA_TASK_ROOT",
        "LANG LD_LIBRARY_PATH PATH STAGE TMPDIR TZ _HANDLER _X_AMZN_TRACE_ID",
      ]
        .join(" ")
        .split(" ")
        .toSorted(),
    );
    expect(env).toMatchObject({ STAGE: "test", AWS_REGION: "eu-west-1", AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" });
  });

  test.each([
    ["a thrown error", "index.handler", "export const handler = async () => { throw new TypeError('bad input'); };", "TypeError", "bad input"],
    ["a missing module", "other.handler", "export const handler = 1;", "Runtime.ImportModuleError", "Error: Cannot find module 'other'"],
    ["a syntax error", "index.handler", "export const handler = async () => {", "Runtime.UserCodeSyntaxError", "SyntaxError: Unexpected end of input"],
    ["a missing export", "index.other", "export const handler = 1;", "Runtime.HandlerNotFound", "index.other is undefined or not exported"],
    ["no function", "index.handler", "export const handler = 1;", "Runtime.HandlerNotFound", "index.handler is not a function"],
    ["a handler without a dot", "index", "", "Runtime.MalformedHandlerName", "Bad handler"],
    ["an error while loading", "index.handler", "throw new RangeError('at start');", "RangeError", "at start"],
    ["an unhandled rejection", "index.handler", "export const handler = () => new Promise(() => { Promise.reject(new Error('lost')); });", "Runtime.UnhandledPromiseRejection", "Error: lost"],
  ])("reports %s as AWS does", async (_case, handler, source, errorType, message) => {
    const version = harness.define({ name: "failing", handler, files: { "index.mjs": source } });
    const result = await harness.invoke(version);
    expect(result.functionError).toBe("Unhandled");
    const document = answerOf(result) as { errorType: string; errorMessage: string; trace: string[] };
    expect(document.errorType).toBe(errorType);
    expect(document.errorMessage.startsWith(message)).toBe(true);
    expect(Array.isArray(document.trace)).toBe(true);
  });

  test.each([
    ["nodejs22.x", "async () => { throw new Error('no ' + import.meta.url); }"],
    ["nodejs22.x", "async () => { setImmediate(() => { throw new Error('late'); }); await new Promise(() => {}); }"],
    ["nodejs24.x", "async () => { setTimeout(() => { throw new Error('late'); }, 5); await new Promise((r) => setTimeout(r, 5000)); }"],
    ["nodejs22.x", "async () => { console.error('caught', new Error('seen')); throw new Error('after'); }"],
  ])("shows AWS's paths in the errors of %s: %s", async (runtime, handler) => {
    const version = harness.define({ name: "paths", runtime, files: { "index.mjs": `export const handler = ${handler};` } });
    const before = harness.telemetry.lines.length;
    const result = await harness.invoke(version);
    const lines = harness.telemetry.messages().slice(before);
    for (const text of [result.payload.toString(), ...lines]) expect(text).not.toContain(harness.directory);
    expect(lines.join("")).toContain("file:///var/task/index.mjs:1:");
    expect(lines.join("")).not.toContain(runtimeDirectory);
  });

  test("leaves a path alone that the function prints", async () => {
    const version = harness.define({ name: "prints", files: { "index.mjs": "export const handler = async () => console.log(process.cwd());" } });
    expect((await harness.invoke(version)).logTail).toContain(version.codeDirectory);
  });

  test("takes callback handlers up to nodejs22.x and refuses them from nodejs24.x", async () => {
    const files = { "index.js": "exports.handler = (event, context, callback) => setTimeout(() => callback(null, event.value * 2), 5);" };
    const classic = await harness.invoke(harness.define({ name: "callback", files }), { value: 21 });
    expect(answerOf(classic)).toBe(42);
    const modern = await harness.invoke(harness.define({ name: "callback", files, runtime: "nodejs24.x" }), { value: 21 });
    expect(answerOf(modern)).toMatchObject({ errorType: "Runtime.CallbackHandlerDeprecated" });
  });

  test("returns a value synchronously from nodejs24.x on, and null before", async () => {
    const files = { "index.js": "exports.handler = () => 'sync';" };
    expect(answerOf(await harness.invoke(harness.define({ name: "sync", files, runtime: "nodejs24.x" })))).toBe("sync");
    expect(answerOf(await harness.invoke(harness.define({ name: "sync", files, runtime: "nodejs20.x" })))).toBeNull();
  });

  test("collects a streamed response", async () => {
    const source = "export const handler = awslambda.streamifyResponse(async (event, stream) => { stream.write('a'); stream.write('b'); stream.end(); });";
    const result = await harness.invoke(harness.define({ name: "stream", files: { "index.mjs": source }, runtime: "nodejs24.x" }));
    expect(result.payload.toString()).toBe("ab");
  });

  test("answers 6 MB and refuses more", async () => {
    const version = harness.define({
      name: "large",
      configuration: { MemorySize: 512 },
      files: { "index.mjs": "export const handler = async (event) => 'x'.repeat(event.length ?? 0) || event.text.length;" },
    });
    expect(answerOf(await harness.invoke(version, { text: "y".repeat(6_000_000) }))).toBe(6_000_000);
    expect((await harness.invoke(version, { length: 6_291_554 })).payload).toHaveLength(6_291_556);
    const refused = await harness.invoke(version, { length: 6_291_555 });
    expect(answerOf(refused)).toEqual({
      errorType: "Function.ResponseSizeTooLarge",
      errorMessage: "Response payload size exceeded maximum allowed payload size (6291556 bytes).",
    });
    expect(answerOf(await harness.invoke(version, { length: 1 }))).toBe("x");
  });

  test("writes JSON records and JSON lines when the function asks for them", async () => {
    const version = harness.define({
      name: "json-logs",
      files: { "index.mjs": "export const handler = async () => { console.debug('hidden'); console.warn({ order: 7 }); console.info('text'); };" },
      configuration: { LoggingConfig: { LogFormat: "JSON", LogGroup: "/aws/lambda/json-logs", ApplicationLogLevel: "INFO" } },
    });
    await harness.invoke(version);
    const records = harness.telemetry.lines
      .filter(({ logGroup }) => logGroup === "/aws/lambda/json-logs")
      .map(({ message }) => JSON.parse(message) as Record<string, unknown>);
    expect(records.map(({ type, level }) => type ?? level)).toEqual(["platform.initStart", "platform.start", "WARN", "INFO", "platform.report"]);
    expect(records[2]).toMatchObject({ message: { order: 7 }, requestId: expect.any(String) });
    expect(records[4]).toMatchObject({ record: { status: "success", metrics: { memorySizeMB: 256, initDurationMs: expect.any(Number) } } });
  });

  test("names the function in the stream of a group that functions may share", async () => {
    const streamsOf = async (name: string, LogGroup: string) => {
      await harness.invoke(harness.define({ name, files: { "index.mjs": "export const handler = async () => 1;" }, configuration: { LoggingConfig: { LogFormat: "Text", LogGroup } } }));
      return harness.telemetry.lines.find(({ logGroup }) => logGroup === LogGroup)?.logStream;
    };
    expect(await streamsOf("sharer", "/shop/all")).toMatch(/^\d{4}\/\d\d\/\d\d\/sharer\[\$LATEST\][0-9a-f]{32}$/);
    expect(await streamsOf("loner", "/aws/lambda/loner")).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
  });
});
