import { closeSync, openSync, readSync } from "node:fs";

export interface MemoryUse {
  /** Now, in KiB. */
  residentKib: number;
  /** The most since the process started, in KiB. */
  peakKib: number;
}

/**
 * Reads a process's memory from Linux's /proc; elsewhere it knows nothing and `read` answers `undefined`. Of a
 * process that has ended it answers the last that it read.
 */
export class MemoryMeter {
  #fd: number | undefined;
  #last: MemoryUse | undefined;
  #buffer = Buffer.allocUnsafe(4_096);

  constructor(pid: number) {
    try {
      this.#fd = openSync(`/proc/${pid}/status`, "r");
    } catch {
      // No /proc on this system, or the process has ended already.
    }
    // Once at the start: a process can end before anybody looks again.
    this.read();
  }

  read(): MemoryUse | undefined {
    if (this.#fd === undefined) return this.#last;
    try {
      const length = readSync(this.#fd, this.#buffer, 0, this.#buffer.length, 0);
      const text = this.#buffer.toString("latin1", 0, length);
      const peakKib = member(text, "VmHWM:");
      const residentKib = member(text, "VmRSS:");
      // A zombie still has its file, without these two lines.
      if (peakKib !== undefined && residentKib !== undefined) this.#last = { residentKib, peakKib };
    } catch {
      // The process has ended.
    }
    return this.#last;
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }
}

function member(text: string, name: string): number | undefined {
  const at = text.indexOf(name);
  return at < 0 ? undefined : Number.parseInt(text.slice(at + name.length, at + name.length + 16), 10);
}
