import { afterEach, beforeEach, expect, test } from "vitest";
import { openRuntimeApiListener, type RuntimeApiListener } from "./runtime-api-listener.ts";
import { type PostedAnswer, type PostedError, RuntimeSession } from "./runtime-session.ts";

let listener: RuntimeApiListener;
let session: RuntimeSession;
let seen: { ready: number; errors: PostedError[]; answers: PostedAnswer[] };

beforeEach(async () => {
  listener = await openRuntimeApiListener();
  seen = { ready: 0, errors: [], answers: [] };
  session = new RuntimeSession({
    ready: () => (seen.ready += 1),
    initError: (error) => seen.errors.push(error),
    finished: (answer) => seen.answers.push(answer),
  });
  listener.serve(session);
});
afterEach(() => listener.close());

const call = (method: string, path: string, body?: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(`http://${listener.address}/2018-06-01/runtime${path}`, { method, body: body as BodyInit, headers });

async function runOne(id: string): Promise<Response> {
  const next = call("GET", "/invocation/next");
  await expect.poll(() => seen.ready).toBe(1);
  session.dispatch(id, { payload: Buffer.from("[1]"), headers: { "lambda-runtime-aws-request-id": id } });
  return next;
}

test("next waits for an event, and the following next ends the invocation", async () => {
  const next = await runOne("id-1");
  expect(next.headers.get("lambda-runtime-aws-request-id")).toBe("id-1");
  expect(await next.json()).toEqual([1]);
  const response = await call("POST", "/invocation/id-1/response", "true");
  expect([response.status, await response.json()]).toEqual([202, { status: "OK" }]);
  expect(seen.answers).toEqual([]);
  void call("GET", "/invocation/next").catch(() => undefined);
  await expect.poll(() => seen.answers).toEqual([{ kind: "response", payload: Buffer.from("true") }]);
});

test("a second answer and an answer to another id are refused", async () => {
  await runOne("id-1");
  const other = await call("POST", "/invocation/id-2/response", "1");
  expect([other.status, await other.json()]).toEqual([400, { errorMessage: "Invalid request ID", errorType: "InvalidRequestID" }]);
  expect((await call("POST", "/invocation/id-1/error", "{}")).status).toBe(202);
  expect((await call("POST", "/invocation/id-1/response", "1")).status).toBe(400);
});

test("next before an answer is a state error", async () => {
  await runOne("id-1");
  const early = await call("GET", "/invocation/next");
  expect([early.status, await early.json()]).toEqual([
    403,
    {
      errorMessage: "State transition from Running to Ready failed for runtime. Error: State transition is not allowed",
      errorType: "InvalidStateTransition",
    },
  ]);
});

test("an unknown response mode is refused, a streamed response is collected", async () => {
  await runOne("id-1");
  const mode = "lambda-runtime-function-response-mode";
  const refused = await call("POST", "/invocation/id-1/response", "1", { [mode]: "other" });
  expect([refused.status, ((await refused.json()) as { errorType: string }).errorType]).toEqual([400, "InvalidFunctionResponseMode"]);
  expect((await call("POST", "/invocation/id-1/response", "ab", { [mode]: "streaming" })).status).toBe(202);
  expect(session.answer).toEqual({ kind: "response", payload: Buffer.from("ab") });
});

test("a response above the limit is refused and remembered", async () => {
  await runOne("id-1");
  const refused = await call("POST", "/invocation/id-1/response", Buffer.alloc(6_291_557));
  expect([refused.status, await refused.json()]).toEqual([
    413,
    { errorMessage: "Exceeded maximum allowed payload size (6291556 bytes).", errorType: "RequestEntityTooLarge" },
  ]);
  expect(session.answer).toEqual({ kind: "too-large" });
});

test.each([
  ["Runtime.ImportModuleError", "Runtime.ImportModuleError"],
  ["Function.odd", "Function.Unknown"],
  ["TypeError", "Runtime.Unknown"],
])("an init error of type %s is %s for the platform", async (given, normalised) => {
  const posted = await call("POST", "/init/error", `{"errorType":"${given}"}`, { "lambda-runtime-function-error-type": given });
  expect(posted.status).toBe(202);
  expect(seen.errors).toEqual([{ errorType: normalised, document: Buffer.from(`{"errorType":"${given}"}`) }]);
  expect((await call("POST", "/init/error", "{}")).status).toBe(403);
});

test("other paths are not found", async () => {
  expect((await call("GET", "/invocation/last")).status).toBe(404);
});
