import type { RuntimeProcess } from "./runtime-process.ts";

const KIB_PER_MB = 1_024;

/** Watches the process's memory for a while; `onExceeded` is called once, above the function's memory. */
export interface MemoryWatch {
  /** Whole MB at most so far, from 1 to the function's memory; 0 where the system tells nothing. */
  peakMb(): number;
  exceeded(): boolean;
  stop(): void;
}

export interface MemoryWatchOptions {
  memorySizeMb: number;
  /** Time between two looks. */
  everyMs: number;
  onExceeded(): void;
}

export function watchMemory(process: RuntimeProcess, { memorySizeMb, everyMs, onExceeded }: MemoryWatchOptions): MemoryWatch {
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
  const timer = setInterval(poll, everyMs);
  return {
    peakMb() {
      if (exceeded) return memorySizeMb;
      poll();
      if (peakKib === 0) return 0;
      return Math.max(1, Math.min(memorySizeMb, Math.round(peakKib / KIB_PER_MB)));
    },
    exceeded: () => exceeded,
    stop: () => clearInterval(timer),
  };
}
