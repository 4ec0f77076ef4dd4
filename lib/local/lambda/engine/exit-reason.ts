import { constants } from "node:os";

/** How a runtime's process ended. */
export interface ProcessExit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Set when the process could not be started at all. */
  spawnError?: string;
}

/** Go's names of signals, as they stand in Lambda's texts. */
const SIGNAL_TEXTS: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: "aborted",
  SIGBUS: "bus error",
  SIGFPE: "floating point exception",
  SIGILL: "illegal instruction",
  SIGINT: "interrupt",
  SIGKILL: "killed",
  SIGPIPE: "broken pipe",
  SIGSEGV: "segmentation fault",
  SIGTERM: "terminated",
};

/** `Runtime exited with error: exit status 1` and its siblings. */
export function exitText({ code, signal, spawnError }: ProcessExit): string {
  if (spawnError !== undefined) return `Runtime could not be started: ${spawnError}`;
  if (signal) return `Runtime exited with error: signal: ${SIGNAL_TEXTS[signal] ?? `signal ${constants.signals[signal]}`}`;
  return code === 0 ? "Runtime exited without providing a reason" : `Runtime exited with error: exit status ${code}`;
}
