import { describe, expect, test } from "vitest";
import { answerOf, createHarness } from "./engine-harness.ts";

const requestId = "22222222-2222-4222-8222-222222222222";
const COUNTED = "globalThis.calls = (globalThis.calls ?? 0) + 1;";

describe("an invocation", () => {
  test("that takes too long ends as a timeout, and the environment starts again in its own stream", async () => {
    const harness = createHarness();
    const version = harness.define({
      name: "slow",
      files: { "index.mjs": `export const handler = async (event) => { ${COUNTED} if (event.wait) await new Promise((r) => setTimeout(r, 60000)); return globalThis.calls; };` },
      configuration: { Timeout: 1 },
    });
    await harness.invoke(version);
    const result = await harness.invoke(version, { wait: true }, { requestId });
    expect(result.functionError).toBe("Unhandled");
    expect(result.payload.toString()).toBe(
      `{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: ${requestId} Error: Task timed out after 1.00 seconds"}`,
    );
    expect(harness.telemetry.messages().at(-1)).toMatch(/\tDuration: 1000\.00 ms\tBilled Duration: 1000 ms\t.*\tStatus: timeout\n$/);
    expect(answerOf(await harness.invoke(version))).toBe(1);
    expect(harness.telemetry.messages().at(-1)).toMatch(/Init Duration/);
    expect(new Set(harness.telemetry.lines.map(({ logStream }) => logStream)).size).toBe(1);
    expect(harness.telemetry.values("Errors", 1)).toEqual([0, 1, 0]);
    await harness.close();
  });

  test.each([
    ["process.exit(0)", "Runtime exited without providing a reason"],
    ["process.exit(3)", "Runtime exited with error: exit status 3"],
    ["process.kill(process.pid, 'SIGSEGV')", "Runtime exited with error: signal: segmentation fault"],
  ])("whose process ends by %s is a Runtime.ExitError", async (statement, text) => {
    const harness = createHarness();
    const version = harness.define({ name: "crash", files: { "index.mjs": `export const handler = async () => { ${statement}; await new Promise(() => {}); };` } });
    const result = await harness.invoke(version, {}, { requestId });
    expect(answerOf(result)).toEqual({ errorType: "Runtime.ExitError", errorMessage: `RequestId: ${requestId} Error: ${text}` });
    expect(harness.telemetry.messages().at(-1)).toMatch(/Status: error\tError Type: Runtime\.ExitError\n$/);
    expect(harness.engine.snapshot()).toEqual({ environments: 1, busy: 0 });
    await harness.close();
  });

  test.runIf(process.platform === "linux")("that needs more memory than it has is killed", async () => {
    const harness = createHarness();
    const version = harness.define({
      name: "hungry",
      files: { "index.mjs": "export const handler = async () => { const all = []; for (;;) { all.push(Buffer.alloc(8e6, 1)); await new Promise((r) => setTimeout(r, 5)); } };" },
      configuration: { MemorySize: 128 },
    });
    const result = await harness.invoke(version, {}, { requestId });
    expect(answerOf(result)).toEqual({
      errorType: "Runtime.ExitError",
      errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    });
    expect(harness.telemetry.messages().at(-1)).toMatch(/Max Memory Used: 128 MB\t.*Error Type: Runtime\.OutOfMemory\n$/);
    await harness.close();
  });

  test("whose init fails is tried again within the invocation", async () => {
    const harness = createHarness();
    const version = harness.define({ name: "broken", files: { "index.mjs": "throw new Error('at start');" } });
    const result = await harness.invoke(version);
    expect(answerOf(result)).toMatchObject({ errorType: "Error", errorMessage: "at start" });
    const shapes = harness.telemetry.messages().map((message) => message.replace(/[\d.]+ ms/g, "N ms").split("RequestId")[0]?.trimEnd());
    expect(shapes.filter((shape) => !shape?.includes("\tERROR\t") && !shape?.startsWith("INIT_START"))).toEqual([
      "INIT_REPORT Init Duration: N ms\tPhase: init\tStatus: error\tError Type: Runtime.Unknown",
      "INIT_REPORT Init Duration: N ms\tPhase: invoke\tStatus: error\tError Type: Runtime.Unknown",
      "START",
      "END",
      "REPORT",
    ]);
    expect(harness.telemetry.values("Invocations", 1)).toEqual([1]);
    await harness.close();
  });

  test("repeats an init that was over its limit, under the function's own timeout", async () => {
    const harness = createHarness({ initLimitMs: 300 });
    const version = harness.define({ files: { "index.mjs": "await new Promise((r) => setTimeout(r, 600)); export const handler = async () => 'ready';" } });
    expect(answerOf(await harness.invoke(version))).toBe("ready");
    const messages = harness.telemetry.messages();
    expect(messages.filter((message) => message.startsWith("INIT_REPORT"))).toEqual([expect.stringMatching(/Phase: init\tStatus: timeout\n$/)]);
    expect(messages.at(-1)).not.toMatch(/Init Duration/);
    expect(Number(/\tDuration: ([\d.]+)/.exec(messages.at(-1) ?? "")?.[1])).toBeGreaterThan(600);
    await harness.close();
  });

  test.each([
    ["java21", "The local region has no runtime for java21: it runs nodejs*, python3.* and provided.* functions. Invoke this one on AWS, or deploy it for provided.al2023 with an executable bootstrap."],
    ["provided.al2023", "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"],
  ])("of %s without anything to run says so in its answer and its log", async (runtime, reason) => {
    const harness = createHarness();
    const result = await harness.invoke(harness.define({ runtime, files: {} }), {}, { requestId });
    expect(result.functionError).toBe("Unhandled");
    expect(answerOf(result)).toEqual({ errorType: "Runtime.InvalidEntrypoint", errorMessage: `RequestId: ${requestId} Error: ${reason}` });
    expect(result.logTail).toContain(`RequestId: ${requestId} Error: ${reason}\nRuntime.InvalidEntrypoint\nEND RequestId`);
    expect(harness.telemetry.messages().at(-1)).toMatch(/Status: error\tError Type: Runtime\.InvalidEntrypoint\n$/);
    await harness.close();
  });

  test.runIf(process.platform === "linux").each([
    ["in its init", "process.exit(3);"],
    ["after a while of its init", "await new Promise((r) => setTimeout(r, 100)); process.exit(3);"],
    ["in its handler", "export const handler = async () => process.exit(3);"],
    ["while it throws in its init", "throw new Error('at start');"],
  ])("whose process ends %s used memory all the same", async (_case, source) => {
    const harness = createHarness();
    await harness.invoke(harness.define({ files: { "index.mjs": source } }));
    expect(harness.telemetry.messages().at(-1)).toMatch(/Max Memory Used: [1-9]\d* MB\t/);
    await harness.close();
  });

  test("with output that has no line end keeps it apart from its own lines", async () => {
    const harness = createHarness();
    const source = "export const handler = async ({ crash }) => { process.stdout.write('half'); process.stderr.write('other'); if (crash) process.exit(1); };";
    const version = harness.define({ files: { "index.mjs": source } });
    const results = [await harness.invoke(version), await harness.invoke(version, { crash: true })];
    for (const { logTail } of results) {
      expect(logTail).toMatch(/\nhalf\n/);
      expect(logTail).toMatch(/\nother\n/);
      expect(logTail).toMatch(/\nEND RequestId/);
    }
    await harness.close();
  });

  test("shows its lines while it still runs", async () => {
    const harness = createHarness();
    const version = harness.define({ name: "long", files: { "index.mjs": "export const handler = async () => { console.log('working'); await new Promise((r) => setTimeout(r, 900)); };" } });
    let ended = false;
    const run = harness.invoke(version).then(() => (ended = true));
    await expect.poll(() => harness.telemetry.messages().some((message) => message.endsWith("working\n"))).toBe(true);
    expect(ended).toBe(false);
    await run;
    await harness.close();
  });
});
