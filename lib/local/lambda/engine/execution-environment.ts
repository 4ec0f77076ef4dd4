import { mkdirSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { runtimeDirectory } from "../../assets.ts";
import type { RuntimeApiListener } from "../../runtime-api/runtime-api-listener.ts";
import type { FunctionVersion } from "../function-version.ts";
import type { InvocationRequest } from "../invocation-engine.ts";
import { buildEnvironmentVariables } from "./environment-variables.ts";
import { EnvironmentLog } from "./environment-log.ts";
import type { EnvironmentServices } from "./environment-services.ts";
import { exitText } from "./exit-reason.ts";
import { exitDocument, invalidEntrypointDocument } from "./error-document.ts";
import { createHostPaths } from "./host-paths.ts";
import type { RuntimeCommand } from "./interpreter.ts";
import { runInvocation, type InvocationOutcome } from "./invocation-run.ts";
import { jsonPlatformEvents } from "./json-platform-events.ts";
import { watchMemory } from "./memory-watch.ts";
import type { InitializationType, InitPhase, PlatformEvents } from "./platform-events.ts";
import { type InitEnd, RuntimeProcess, TELEMETRY_FD } from "./runtime-process.ts";
import { textPlatformEvents } from "./text-platform-events.ts";

/** An init is short, and so is the life of a process that fails in it. */
const MEMORY_EVERY_MS = 10;
const NOT_STARTED = { durationMs: 0, maxMemoryUsedMb: 0 };

/** An init that did not get as far as `next`. */
export interface InitFailure {
  status: "error" | "timeout";
  errorType?: string;
  document(requestId: string): Buffer;
  /** Only when no process could be started: why. */
  reason?: string;
}

/** `undefined` failure: the environment is ready. */
export interface InitResult {
  durationMs: number;
  /** 0 when no process was started, and where the system does not tell. */
  maxMemoryUsedMb: number;
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
  readonly initializationType: InitializationType;
  #logStream: string;
  #directory: string;
  #temporaryDirectory: string;

  constructor(version: FunctionVersion, services: EnvironmentServices, initializationType: InitializationType) {
    const id = randomBytes(16).toString("hex");
    const date = new Date(services.clock.now()).toISOString().slice(0, 10).replaceAll("-", "/");
    const { LogGroup, LogFormat } = version.configuration.LoggingConfig;
    this.version = version;
    this.services = services;
    this.initializationType = initializationType;
    // Functions may share a group of their own choice, so AWS puts the name into the stream there.
    const name = LogGroup === `/aws/lambda/${version.functionName}` ? "" : version.functionName;
    this.#logStream = `${date}/${name}[${version.version}]${id}`;
    this.#directory = join(services.directory, "environments", id);
    this.#temporaryDirectory = join(this.#directory, "tmp");
    mkdirSync(this.#temporaryDirectory, { recursive: true, mode: 0o700 });
    const stream = { region: version.region, logGroup: LogGroup, logStream: this.#logStream };
    this.log = new EnvironmentLog(stream, services.clock, services.telemetry);
    this.events = LogFormat === "JSON" ? jsonPlatformEvents(version, services.clock, initializationType) : textPlatformEvents(version);
  }

  /** Runs one invocation; never two at a time. */
  run(request: InvocationRequest): Promise<InvocationOutcome> {
    return runInvocation(this, request);
  }

  /** Starts the process and waits for its first `next`. Writes INIT_START, and INIT_REPORT when it fails. */
  async init(phase: InitPhase, limitMs: number): Promise<InitResult> {
    const { clock } = this.services;
    this.log.addAll(this.events.initStart(phase));
    const found = await this.services.interpreters.find(this.version);
    if ("refusal" in found) return this.#failed(phase, NOT_STARTED, notStarted(found.refusal));
    const listener = await this.services.listeners.take();
    if (this.ended) {
      listener.close();
      return this.#failed(phase, NOT_STARTED, describeFailure({ kind: "exit", exit: { code: null, signal: "SIGKILL" } }, false));
    }
    const startedMs = clock.monotonicMs();
    const started = this.#start(found.command, listener);
    const memory = watchMemory(started, {
      memorySizeMb: this.version.configuration.MemorySize,
      everyMs: MEMORY_EVERY_MS,
      onExceeded: () => void this.reset(),
    });
    const end = await orTimeout(started.init, limitMs);
    const spent = { durationMs: clock.monotonicMs() - startedMs, maxMemoryUsedMb: memory.peakMb() };
    memory.stop();
    if (end?.kind === "ready") {
      await started.drainOutput();
      return spent;
    }
    await this.reset();
    return this.#failed(phase, spent, describeFailure(end, memory.exceeded()));
  }

  #start(command: RuntimeCommand, listener: RuntimeApiListener): RuntimeProcess {
    const { codeDirectory, layersDirectory } = this.version;
    const started = new RuntimeProcess({
      command,
      workingDirectory: codeDirectory,
      variables: buildEnvironmentVariables({
        version: this.version,
        initializationType: this.initializationType,
        logStream: this.#logStream,
        runtimeApi: listener.address,
        temporaryDirectory: this.#temporaryDirectory,
        command: command.command,
        telemetryFd: TELEMETRY_FD,
        credentials: this.services.credentials,
      }),
      listener,
      reaper: this.services.reaper,
      paths: createHostPaths([
        { host: codeDirectory, aws: "/var/task" },
        ...(layersDirectory === undefined ? [] : [{ host: layersDirectory, aws: "/opt" }]),
        { host: resolve(runtimeDirectory), aws: "/var/runtime" },
        { host: this.#temporaryDirectory, aws: "/tmp" },
        ...command.paths,
      ]),
      onLog: this.log.add,
    });
    this.process = started;
    // Also when it ends between invocations: the next one then starts a process again.
    void started.exited.then(() => {
      if (this.process === started) this.process = undefined;
    });
    return started;
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

  #failed(phase: InitPhase, spent: Omit<InitResult, "failure">, failure: InitFailure): InitResult {
    this.initSuppressed = true;
    const { status, errorType } = failure;
    this.log.addAll(this.events.initFailed({ phase, durationMs: spent.durationMs, status, errorType }));
    return { ...spent, failure };
  }
}

function notStarted(reason: string): InitFailure {
  return {
    status: "error",
    errorType: "Runtime.InvalidEntrypoint",
    document: (requestId) => invalidEntrypointDocument(requestId, reason),
    reason,
  };
}

function describeFailure(end: Exclude<InitEnd, { kind: "ready" }> | undefined, outOfMemory: boolean): InitFailure {
  if (!end) return { status: "timeout", document: () => Buffer.alloc(0) };
  if (end.kind === "init-error") {
    const { errorType, document } = end.error;
    return { status: "error", errorType, document: () => document };
  }
  const text = exitText(end.exit);
  if (end.exit.spawnError !== undefined) return notStarted(text);
  const errorType = outOfMemory ? "Runtime.OutOfMemory" : "Runtime.ExitError";
  return { status: "error", errorType, document: (requestId) => exitDocument(requestId, text) };
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
