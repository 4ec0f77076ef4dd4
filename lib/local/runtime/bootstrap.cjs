"use strict";
// What runs inside a Node.js execution environment: loads the handler, then asks the Runtime API for events.
const { isAscii } = require("node:buffer");
const { createRuntimeClient } = require("./node/runtime-client.cjs");
const { describeError, patchConsole } = require("./node/console-log.cjs");
const { loadHandler, RuntimeError } = require("./node/handler-loader.cjs");

const LARGE_BYTES = 65_536;
const env = process.env;
const client = createRuntimeClient(env.AWS_LAMBDA_RUNTIME_API);
const runtimeMajor = Number(/nodejs(\d+)/.exec(env.AWS_EXECUTION_ENV)?.[1]);
/** Callback handlers and process-level error handlers ended with nodejs24.x. */
const classic = runtimeMajor <= 22;

let current;
const log = patchConsole({
  fd: Number(env._LAMBDA_TELEMETRY_LOG_FD),
  json: env.AWS_LAMBDA_LOG_FORMAT === "JSON",
  minimumLevel: env.AWS_LAMBDA_LOG_LEVEL,
  requestId: () => current?.id,
});
delete env._LAMBDA_TELEMETRY_LOG_FD;

function logError(title, error) {
  if (env.AWS_LAMBDA_LOG_FORMAT === "JSON") log("ERROR", error);
  else log("ERROR", `${title} \t${JSON.stringify(describeError(error))}`);
}

function errorDocument(error) {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split("\n") };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

const bytes = (value) => Buffer.from(JSON.stringify(value));
/** Plain ASCII, which a large event mostly is, is decoded twice as fast as UTF-8. */
const textOf = (body) => (body.length >= LARGE_BYTES && isAscii(body) ? body.toString("latin1") : body.toString());
const headerSafe = (errorType) => String(errorType).replace(/[^\x20-\x7e]/g, "");

function buildContext(headers) {
  const deadlineMs = Number(headers["lambda-runtime-deadline-ms"]);
  const parse = (text) => (text ? JSON.parse(text) : undefined);
  return {
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: headers["lambda-runtime-aws-request-id"],
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: parse(headers["lambda-runtime-client-context"]),
    identity: parse(headers["lambda-runtime-cognito-identity"]),
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  };
}

function serialize(result) {
  if (Buffer.isBuffer(result)) return result;
  try {
    return bytes(result === undefined ? null : result);
  } catch (error) {
    throw new RuntimeError("Runtime.JSONStringifyError", "Unable to stringify response body", error);
  }
}

function succeed(invocation, result) {
  if (invocation.done) return;
  if (invocation.stream) {
    invocation.done = true;
    client.hold();
    invocation.stream.response().endAndNext().then(receive);
    return;
  }
  let body;
  try {
    body = serialize(result);
  } catch (error) {
    fail(invocation, error);
    return;
  }
  invocation.done = true;
  client.hold();
  client.respondAndNext(invocation.id, body).then(receive);
}

function fail(invocation, error) {
  if (invocation.done) return;
  invocation.done = true;
  logError("Invoke Error", error);
  client.hold();
  const document = errorDocument(error);
  const type = headerSafe(document.errorType);
  const response = invocation.stream?.response();
  const next = response ? response.failAndNext(type, bytes(document)) : client.failAndNext(invocation.id, type, bytes(document));
  next.then(receive);
}

/** The parts of a callback handler's context that nodejs24.x no longer has. */
function addCallbacks(invocation, context) {
  const settle = (error, result) => {
    if (error !== undefined && error !== null) fail(invocation, error);
    else if (context.callbackWaitsForEmptyEventLoop) invocation.pendingResult = { result };
    else succeed(invocation, result);
  };
  context.callbackWaitsForEmptyEventLoop = true;
  const atOnce = (error, result) => {
    context.callbackWaitsForEmptyEventLoop = false;
    settle(error, result);
  };
  context.succeed = (result) => atOnce(null, result);
  context.fail = (error) => atOnce(error ?? "handled", undefined);
  context.done = atOnce;
  return settle;
}

async function runStreaming(handler, invocation, event, context) {
  const { createResponseStream } = require("./node/response-stream.cjs");
  const opened = createResponseStream((contentType) => client.openResponse(invocation.id, contentType), handler.streamOptions);
  invocation.stream = opened;
  invocation.async = true;
  const { stream, finished } = opened;
  const returned = handler.run(event, stream, context);
  if (typeof returned?.then !== "function") throw new Error("Streaming does not support non-async handlers.");
  await returned;
  if (!stream.writableEnded) stream.end();
  await finished;
}

function run(handler, invocation, event, context) {
  if (handler.streaming) return runStreaming(handler, invocation, event, context);
  if (!classic) return Promise.resolve(handler.run(event, context));
  const callback = addCallbacks(invocation, context);
  const returned = handler.run(event, context, callback);
  invocation.async = typeof returned?.then === "function";
  return invocation.async ? returned : undefined;
}

let handler;
function receive({ headers, body }) {
  const invocation = { id: headers["lambda-runtime-aws-request-id"], done: false };
  current = invocation;
  env._X_AMZN_TRACE_ID = headers["lambda-runtime-trace-id"] ?? "";
  client.release();
  try {
    const returned = run(handler, invocation, JSON.parse(textOf(body)), buildContext(headers));
    returned?.then(
      (result) => succeed(invocation, result),
      (error) => fail(invocation, error),
    );
  } catch (error) {
    fail(invocation, error);
  }
}

/** Posts the error where it belongs, then ends the process as the runtime of nodejs22.x and older does. */
function die(title, error, exitCode) {
  logError(title, error);
  const document = errorDocument(error);
  const type = headerSafe(document.errorType);
  client.hold();
  const posted =
    current && !current.done
      ? (current.stream?.response()?.fail(type, bytes(document)) ?? client.postError(current.id, type, bytes(document)))
      : current
        ? Promise.resolve()
        : client.postInitError(type, bytes(document));
  posted.then(() => process.exit(exitCode));
}

if (classic) {
  process.on("uncaughtException", (error) => die("Uncaught Exception", error, 129));
  process.on("unhandledRejection", (reason) => {
    const error = new RuntimeError("Runtime.UnhandledPromiseRejection", String(reason), reason);
    die("Unhandled Promise Rejection", error, 128);
  });
  process.on("beforeExit", () => {
    if (!current || current.done) return;
    if (current.pendingResult) succeed(current, current.pendingResult.result);
    else if (!current.async) succeed(current, null);
    else die("Uncaught Exception", new RuntimeError("Runtime.NodeJsExit", "The Lambda runtime client detected an unexpected Node.js exit code."), 0);
  });
}

globalThis.awslambda = {
  streamifyResponse(streamingHandler, options) {
    streamingHandler[Symbol.for("aws.lambda.runtime.handler.streaming")] = "response";
    if (typeof options?.highWaterMark === "number") {
      streamingHandler[Symbol.for("aws.lambda.runtime.handler.streaming.highWaterMark")] = options.highWaterMark;
    }
    return streamingHandler;
  },
  HttpResponseStream: { from: (stream, prelude) => require("./node/response-stream.cjs").withHttpPrelude(stream, prelude) },
};

if (env.WARMSTART_LAYERS && env.NODE_PATH) require("./node/layer-imports.cjs").importFromLayers(env.NODE_PATH);

loadHandler(env.LAMBDA_TASK_ROOT, env._HANDLER, classic).then(
  (loaded) => {
    handler = loaded;
    client.next().then(receive);
  },
  (error) => {
    logError(classic ? "Uncaught Exception" : "Init Error", error);
    const document = errorDocument(error);
    client.postInitError(headerSafe(document.errorType), bytes(document)).then(() => process.exit(classic ? 129 : 1));
  },
);
