import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerOf, createHarness } from "./engine-harness.ts";

let harness: ReturnType<typeof createHarness>;
beforeAll(() => {
  harness = createHarness();
});
afterAll(() => harness.close());

const python = (name: string, source: string, extra: object = {}) =>
  harness.define({ name, runtime: "python3.12", handler: "app.handler", files: { "app.py": source }, ...extra });
const messagesOf = (name: string) =>
  harness.telemetry.lines.filter(({ logGroup }) => logGroup === `/aws/lambda/${name}`).map(({ message }) => message);

describe("a Python function", () => {
  test("answers, keeps its environment and writes AWS's lines", async () => {
    const version = python(
      "counter",
      `import logging
logger = logging.getLogger()
logger.setLevel("INFO")
calls = 0
def handler(event, context):
    global calls
    calls += 1
    print("one\\ntwo")
    logger.info("first\\nsecond %s", calls)
    logging.debug("hidden")
    return {"calls": calls, "event": event, "id": context.aws_request_id, "memory": context.memory_limit_in_mb,
            "left": context.get_remaining_time_in_millis() > 9000, "exit": callable(exit)}
`,
    );
    const requestId = "11111111-1111-4111-8111-111111111111";
    expect(answerOf(await harness.invoke(version, { a: "ü" }, { requestId }))).toEqual({
      calls: 1,
      event: { a: "ü" },
      id: requestId,
      memory: "256",
      left: true,
      exit: true,
    });
    expect(answerOf(await harness.invoke(version))).toMatchObject({ calls: 2 });
    const messages = messagesOf("counter");
    expect(messages[0]).toMatch(/^INIT_START Runtime Version: python:3\.12\.v1\t/);
    expect(messages[1]).toBe(`START RequestId: ${requestId} Version: $LATEST\n`);
    expect(messages.slice(2, 5)).toEqual(
      expect.arrayContaining(["one\n", "two\n", expect.stringMatching(/^\[INFO\]\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z\t1{8}-\S+\tfirst\nsecond 1\n$/)]),
    );
    expect(messages[5]).toBe(`END RequestId: ${requestId}\n`);
    expect(messages[6]).toMatch(/\tInit Duration: \d+\.\d\d ms\t\n$/);
  });

  test.each([
    ["a raised error", "app.handler", "def handler(event, context):\n    raise ValueError('bad input')\n", "ValueError", "bad input"],
    ["a missing module", "gone.handler", "", "Runtime.ImportModuleError", "Unable to import module 'gone': No module named 'gone'"],
    ["a missing import", "app.handler", "import not_installed_anywhere\n", "Runtime.ImportModuleError", "Unable to import module 'app': No module named 'not_installed_anywhere'"],
    ["a syntax error", "app.handler", "def handler(:\n", "Runtime.UserCodeSyntaxError", "Syntax error in module 'app': invalid syntax (app.py, line 1)"],
    ["a missing function", "app.other", "def handler(event, context): return 1\n", "Runtime.HandlerNotFound", "Handler 'other' missing on module 'app'"],
    ["a handler without a dot", "app", "", "Runtime.MalformedHandlerName", "Bad handler 'app': not enough values to unpack (expected 2, got 1)"],
    ["an error while loading", "app.handler", "raise RuntimeError('at start')\n", "RuntimeError", "at start"],
    ["a result that is no JSON", "app.handler", "def handler(event, context): return {1, 2}\n", "Runtime.MarshalError", "Unable to marshal response: Object of type set is not JSON serializable"],
  ])("reports %s as AWS does", async (_case, handler, source, errorType, message) => {
    const result = await harness.invoke(python("failing", source, { handler }));
    expect(result.functionError).toBe("Unhandled");
    const document = answerOf(result) as { errorType: string; errorMessage: string; stackTrace: string[] };
    expect(document).toMatchObject({ errorType, errorMessage: message });
    expect(Array.isArray(document.stackTrace)).toBe(true);
  });

  test("keeps a traceback in one log event and out of the runtime's own frames", async () => {
    const source = "def deeper():\n    raise ValueError('bad')\ndef handler(event, context):\n    deeper()\n";
    const result = await harness.invoke(python("traceback", source));
    const { stackTrace } = answerOf(result) as { stackTrace: string[] };
    expect(stackTrace).toHaveLength(2);
    expect(stackTrace[0]).toMatch(/^ {2}File "\/var\/task\/app\.py", line 4, in handler\n {4}deeper\(\)\n$/);
    const event = messagesOf("traceback").find((message) => message.startsWith("[ERROR]"));
    expect(event).toMatch(/^\[ERROR\] ValueError: bad\nTraceback \(most recent call last\):\n\u00a0\u00a0File /);
  });

  test.each([
    ["an error in the standard library", "import json\ndef handler(event, context):\n    json.loads('{')\n", "/var/lang/lib/python3."],
    ["a syntax error", "def handler(event, context):\n    return (\n", "/var/task/app.py"],
    ["a logged exception", "import logging\ndef handler(event, context):\n    try:\n        1 / 0\n    except Exception:\n        logging.exception('no')\n", "/var/task/app.py"],
    ["a printed traceback", "import traceback\ndef handler(event, context):\n    try:\n        1 / 0\n    except Exception:\n        traceback.print_exc()\n", "/var/task/app.py"],
  ])("shows AWS's paths in %s", async (_case, source, shown) => {
    const before = harness.telemetry.lines.length;
    const result = await harness.invoke(python("paths", source));
    const lines = harness.telemetry.messages().slice(before).join("");
    expect(lines).toContain(shown);
    for (const text of [result.payload.toString(), lines]) {
      expect(text).not.toContain(harness.directory);
      expect(text).not.toMatch(/File "(?!\/var\/)/);
    }
  });

  test.each([
    ["before it has imported json", ""],
    ["after it has imported json", "import json\n"],
  ])("reads and writes JSON alike %s", async (_case, firstLine) => {
    const source = `${firstLine}def handler(event, context):
    if event.get("decimal"):
        import decimal
        return decimal.Decimal("1.5")
    if event.get("endless"):
        event["self"] = event
    return event.get("only", event)
`;
    const version = python("json-text", source);
    const answer = async (text: string) => (await harness.invoke(version, {}, { payload: Buffer.from(text) })).payload.toString();
    const text = '{"a": [1, 2.5, -0.0, 1e+16, 123456789012345678901], "é": "\ud83c\udf55 \\"\\n", "none": null, "yes": true}';
    expect(await answer(` \n${text}\t`)).toBe(text);
    expect(await answer('{"only": "zwölf"}')).toBe('"zwölf"');
    expect(await answer('{"decimal": true}')).toBe("1.5");
    expect(JSON.parse(await answer('{"endless": true}'))).toMatchObject({
      errorType: "Runtime.MarshalError",
      errorMessage: "Unable to marshal response: Circular reference detected",
    });
  });

  test("writes JSON records when the function asks for them", async () => {
    const source = "import logging\ndef handler(event, context):\n    logging.getLogger('shop').warning('low %s', 3, extra={'stock': 3})\n";
    const LoggingConfig = { LogFormat: "JSON" as const, LogGroup: "/aws/lambda/json", ApplicationLogLevel: "INFO" };
    await harness.invoke(python("json", source, { configuration: { LoggingConfig } }));
    const records = messagesOf("json").map((message) => JSON.parse(message) as Record<string, unknown>);
    expect(records.find(({ level }) => level === "WARNING")).toMatchObject({ message: "low 3", logger: "shop", stock: 3, requestId: expect.any(String) });
  });
});
