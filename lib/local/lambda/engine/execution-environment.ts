import { mkdirSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationRequest } from "../invocation-engine.ts";
import { buildEnvironmentVariables } from "./environment-variables.ts";
import { EnvironmentLog } from "./environment-log.ts";
import type { EnvironmentServices } from "./environment-services.ts";
import { exitText } from "./exit-reason.ts";
import { exitDocument, noInterpreterDocument } from "./error-document.ts";
import { runInvocation, type InvocationOutcome } from "./invocation-run.ts";
import { jsonPlatformEvents } from "./json-platform-events.ts";
import type { InitPhase, PlatformEvents } from "./platform-events.ts";
import { type InitEnd, RuntimeProcess, TELEMETRY_FD } from "./runtime-process.ts";
import { textPlatformEvents } from "./text-platform-events.ts";

/** An init that did not get as far as `next`. */
export interface InitFailure {
  status: "error" | "timeout";
  errorType?: string;
  document(requestId: string): Buffer;
}

/** `undefined` failure: the environment is ready. */
export interface InitResult {
  durationMs: number;
  failure?: InitFailure;
}

/**
 * One execution environment: a log stream, a /tmp and, while it is alive, a process. A crash or a timeout resets
 * it: the process is gone, log stream and /tmp stay, and the next invocation starts a process again.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export class ExecutionEnvironment {
  readonly version: FunctionVersion;
  readonly log: EnvironmentLog;
  readonly events: PlatformEvents;
  /** Monotonic milliseconds of the last invocation's end. */
  idleSinceMs = 0;
  /** Set when the environment must not take another invocation. */
  retired = false;
  /** Init outside of an invocation has failed before: AWS repeats it within invocations only. */
  initSuppressed = false;
  /** The engine is closing: no process may start any more. */
  ended = false;
  process: RuntimeProcess | undefined;
  readonly services: EnvironmentServices;
  #logStream: string;
  #directory: string;
  #temporaryDirectory: string;

  constructor(version: FunctionVersion, services: EnvironmentServices) {
    const id = randomBytes(16).toString("hex");
    const date = new Date(services.clock.now()).toISOString().slice(0, 10).replaceAll("-", "/");
    const { LogGroup, LogFormat } = version.configuration.LoggingConfig;
    this.version = version;
    this.services = services;
    this.#logStream = `${date}/[${version.version}]${id}`;
    this.#directory = join(services.directory, "environments", id);
    this.#temporaryDirectory = join(this.#directory, "tmp");
    mkdirSync(this.#temporaryDirectory, { recursive: true, mode: 0o700 });
    const stream = { region: version.region, logGroup: LogGroup, logStream: this.#logStream };
    this.log = new EnvironmentLog(stream, services.clock, services.telemetry);
    this.events = LogFormat === "JSON" ? jsonPlatformEvents(version, services.clock) : textPlatformEvents(version);
  }

  /** Runs one invocation; never two at a time. */
  run(request: InvocationRequest): Promise<InvocationOutcome> {
    return runInvocation(this, request);
  }

  /** Starts the process and waits for its first `next`. Writes INIT_START, and INIT_REPORT when it fails. */
  async init(phase: InitPhase, limitMs: number): Promise<InitResult> {
    const { clock } = this.services;
    this.log.addAll(this.events.initStart(phase));
    const { Runtime, MemorySize } = this.version.configuration;
    const command = await this.services.interpreters.find(Runtime, MemorySize);
    if (!command) {
      return this.#failed(phase, 0, {
        status: "error",
        errorType: "Runtime.InvalidEntrypoint",
        document: (requestId) => noInterpreterDocument(requestId, Runtime),
      });
    }
    const listener = await this.services.listeners.take();
    if (this.ended) {
      listener.close();
      return this.#failed(phase, 0, describeFailure({ kind: "exit", exit: { code: null, signal: "SIGKILL" } }));
    }
    const startedMs = clock.monotonicMs();
    const started = new RuntimeProcess({
      command,
      workingDirectory: this.version.codeDirectory,
      variables: buildEnvironmentVariables({
        version: this.version,
        logStream: this.#logStream,
        runtimeApi: listener.address,
        temporaryDirectory: this.#temporaryDirectory,
        interpreter: command.command,
        telemetryFd: TELEMETRY_FD,
        credentials: this.services.credentials,
      }),
      listener,
      reaper: this.services.reaper,
      onLog: this.log.add,
    });
    this.process = started;
    // Also when it ends between invocations: the next one then starts a process again.
    void started.exited.then(() => {
      if (this.process === started) this.process = undefined;
    });
    const end = await orTimeout(started.init, limitMs);
    const durationMs = clock.monotonicMs() - startedMs;
    if (end?.kind === "ready") {
      await started.drainOutput();
      return { durationMs };
    }
    await this.reset();
    return this.#failed(phase, durationMs, describeFailure(end));
  }

  /** Ends the process; log stream and /tmp stay. */
  async reset(): Promise<void> {
    const ended = this.process;
    this.process = undefined;
    await ended?.kill();
  }

  /** Ends the process, whatever it does, and starts none again. */
  end(): Promise<void> {
    this.ended = true;
    return this.reset();
  }

  /** Ends the environment for good. */
  async stop(): Promise<void> {
    this.retired = true;
    await this.reset();
    this.log.flush();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #failed(phase: InitPhase, durationMs: number, failure: InitFailure): InitResult {
    this.initSuppressed = true;
    const { status, errorType } = failure;
    this.log.addAll(this.events.initFailed({ phase, durationMs, status, errorType }));
    return { durationMs, failure };
  }
}

function describeFailure(end: Exclude<InitEnd, { kind: "ready" }> | undefined): InitFailure {
  if (!end) return { status: "timeout", document: () => Buffer.alloc(0) };
  if (end.kind === "init-error") {
    const { errorType, document } = end.error;
    return { status: "error", errorType, document: () => document };
  }
  const text = exitText(end.exit);
  return { status: "error", errorType: "Runtime.ExitError", document: (requestId) => exitDocument(requestId, text) };
}

/** `undefined` when the limit was reached first. */
async function orTimeout<Value>(promise: Promise<Value>, limitMs: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limitMs, undefined);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
