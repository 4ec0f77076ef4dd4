import type { RuntimeProcess } from "./runtime-process.ts";

const POLL_MS = 50;
const KIB_PER_MB = 1_024;

/** Watches the process's memory during one invocation; `onExceeded` is called once, above the function's memory. */
export interface MemoryWatch {
  /** Whole MB at most so far, never above the function's memory; 0 where the system tells nothing. */
  peakMb(): number;
  exceeded(): boolean;
  stop(): void;
}

export function watchMemory(process: RuntimeProcess, memorySizeMb: number, onExceeded: () => void): MemoryWatch {
  let peakKib = 0;
  let exceeded = false;
  const poll = (): void => {
    const use = process.memory();
    if (!use) return;
    peakKib = use.peakKib;
    if (exceeded || use.residentKib <= memorySizeMb * KIB_PER_MB) return;
    exceeded = true;
    onExceeded();
  };
  const timer = setInterval(poll, POLL_MS);
  return {
    peakMb() {
      if (exceeded) return memorySizeMb;
      poll();
      return Math.min(memorySizeMb, Math.round(peakKib / KIB_PER_MB));
    },
    exceeded: () => exceeded,
    stop: () => clearInterval(timer),
  };
}
