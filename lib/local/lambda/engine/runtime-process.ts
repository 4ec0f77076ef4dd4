import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import type { RuntimeApiListener } from "../../runtime-api/runtime-api-listener.ts";
import { type PostedAnswer, type PostedError, type RuntimeEvent, RuntimeSession } from "../../runtime-api/runtime-session.ts";
import type { ProcessExit } from "./exit-reason.ts";
import type { HostPaths } from "./host-paths.ts";
import type { RuntimeCommand } from "./interpreter.ts";
import { MemoryMeter, type MemoryUse } from "./memory-meter.ts";
import { OutputLines } from "./output-lines.ts";
import type { ProcessReaper } from "./process-reaper.ts";
import { TelemetryFrames } from "./telemetry-frames.ts";

export const TELEMETRY_FD = 3;
/** A grandchild in a session of its own can hold our pipes open: its output is not waited for longer. */
const OUTPUT_GRACE_MS = 200;

export type InitEnd = { kind: "ready" } | { kind: "init-error"; error: PostedError } | { kind: "exit"; exit: ProcessExit };
export type InvocationEnd =
  | { kind: "answer"; answer: PostedAnswer }
  /** `answer` when the runtime had posted one before it ended. */
  | { kind: "exit"; exit: ProcessExit; answer: PostedAnswer | undefined };

export interface RuntimeProcessInput {
  command: RuntimeCommand;
  workingDirectory: string;
  variables: Record<string, string>;
  listener: RuntimeApiListener;
  reaper: ProcessReaper;
  paths: HostPaths;
  /** Each log event that the process writes, with its newline. */
  onLog(message: string): void;
}

/** The process of one environment and its side of the Runtime API. */
export class RuntimeProcess {
  /** Settles once: the first `next`, a posted init error, or the process's end. */
  readonly init: Promise<InitEnd>;
  /** The process is gone and all of its output was read. */
  readonly exited: Promise<ProcessExit>;
  #child: ChildProcess;
  #session: RuntimeSession;
  #meter: MemoryMeter | undefined;
  #outputs: OutputLines[];
  #listener: RuntimeApiListener;
  #endInit: ((end: InitEnd) => void) | undefined;
  #finish: ((end: InvocationEnd) => void) | undefined;
  #gone = false;

  constructor(input: RuntimeProcessInput) {
    this.init = new Promise((resolve) => {
      this.#endInit = resolve;
    });
    this.#session = new RuntimeSession({
      ready: () => this.#endInit?.({ kind: "ready" }),
      initError: (error) => this.#endInit?.({ kind: "init-error", error: asOnAws(error, input.paths) }),
      finished: (answer) => this.#end({ kind: "answer", answer: answerAsOnAws(answer, input.paths) }),
    });
    this.#listener = input.listener;
    this.#listener.serve(this.#session);
    this.#child = spawn(input.command.command, [...input.command.args], {
      cwd: input.workingDirectory,
      // Other packages declare names that every environment must have; this one is built from nothing.
      env: input.variables as NodeJS.ProcessEnv,
      // A process group of its own: what the function started ends with it.
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    if (this.#child.pid !== undefined) {
      input.reaper.add(this.#child.pid);
      this.#meter = new MemoryMeter(this.#child.pid);
    }
    const onLog = (message: string): void => input.onLog(input.paths.inLogEvent(message));
    this.#outputs = [this.#readLines(1, onLog), this.#readLines(2, onLog)];
    const frames = new TelemetryFrames(onLog);
    this.#pipe(TELEMETRY_FD)?.on("data", (chunk: Buffer) => frames.push(chunk));
    this.exited = this.#watchExit(input);
    void this.exited.then((exit) => {
      this.#endInit?.({ kind: "exit", exit });
      const { answer } = this.#session;
      this.#end({ kind: "exit", exit, answer: answer && answerAsOnAws(answer, input.paths) });
    });
  }

  /** Hands the event over; only after `init` was ready and while no other invocation runs. */
  invoke(requestId: string, event: RuntimeEvent): Promise<InvocationEnd> {
    return new Promise((resolve) => {
      this.#finish = resolve;
      if (this.#gone) void this.exited.then((exit) => this.#end({ kind: "exit", exit, answer: undefined }));
      else this.#session.dispatch(requestId, event);
    });
  }

  memory(): MemoryUse | undefined {
    return this.#meter?.read();
  }

  /**
   * After this, everything that the function wrote before its answer has been read: the process wrote it
   * earlier than the answer, so the event loop finds it in the same turn.
   */
  async drainOutput(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (const output of this.#outputs) output.flush();
  }

  /** Ends the process group at once; resolves when it is gone. */
  kill(): Promise<ProcessExit> {
    const { pid } = this.#child;
    if (!this.#gone && pid !== undefined) killGroup(pid, this.#child);
    return this.exited;
  }

  #end(end: InvocationEnd): void {
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.(end);
  }

  #pipe(fd: number): Readable | undefined {
    // Only readable ends were asked for, and none exists when the process could not be started.
    return (this.#child.stdio[fd] ?? undefined) as Readable | undefined;
  }

  #readLines(fd: number, onLog: (message: string) => void): OutputLines {
    const lines = new OutputLines(onLog);
    this.#pipe(fd)?.on("data", (chunk: Buffer) => lines.push(chunk));
    return lines;
  }

  #watchExit({ reaper, paths }: RuntimeProcessInput): Promise<ProcessExit> {
    return new Promise((resolve) => {
      let exit: ProcessExit | undefined;
      const done = (): void => {
        if (!exit) return;
        for (const output of this.#outputs) output.flush();
        resolve(exit);
      };
      this.#child.once("error", (error) => {
        if (this.#child.pid !== undefined) return;
        exit = { code: null, signal: null, spawnError: paths.inText(error.message) };
        this.#gone = true;
        this.#listener.close();
        done();
      });
      this.#child.once("exit", (code, signal) => {
        exit = { code, signal };
        this.#gone = true;
        const { pid } = this.#child;
        if (pid !== undefined) {
          killGroup(pid, this.#child);
          reaper.remove(pid);
        }
        this.#meter?.close();
        this.#listener.close();
        setTimeout(done, OUTPUT_GRACE_MS).unref();
      });
      this.#child.once("close", done);
    });
  }
}

function asOnAws({ errorType, document }: PostedError, paths: HostPaths): PostedError {
  return { errorType, document: paths.inErrorDocument(document) };
}

function answerAsOnAws(answer: PostedAnswer, paths: HostPaths): PostedAnswer {
  return answer.kind === "error" ? { kind: "error", error: asOnAws(answer.error, paths) } : answer;
}

function killGroup(pid: number, child: ChildProcess): void {
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-pid, "SIGKILL");
  } catch (error) {
    // Nothing of the group is left; macOS says EPERM when only a zombie is.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}
