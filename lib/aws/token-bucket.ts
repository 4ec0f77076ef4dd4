import "server-only";

export type Priority = "interactive" | "background";

interface TokenBucketOptions {
  ratePerSecond: number;
  /** Tokens that an idle bucket holds: rate + burst bounds what any one second can see. */
  burst: number;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

export interface TokenBucket {
  /** Resolves when one request may go; rejects with the signal's reason when it is aborted first. */
  take(priority: Priority, signal?: AbortSignal): Promise<void>;
}

interface Waiter {
  grant: () => void;
}

/** A token bucket in which what a person waits for goes before background work. */
export function createTokenBucket({ ratePerSecond, burst, now = () => performance.now() }: TokenBucketOptions): TokenBucket {
  const waiting: Record<Priority, Set<Waiter>> = { interactive: new Set(), background: new Set() };
  let tokens = burst;
  let filledAtMs = now();
  let timer: NodeJS.Timeout | undefined;

  function refill() {
    const atMs = now();
    tokens = Math.min(burst, tokens + ((atMs - filledAtMs) / 1_000) * ratePerSecond);
    filledAtMs = atMs;
  }

  function serve() {
    refill();
    for (const queue of [waiting.interactive, waiting.background]) {
      for (const waiter of queue) {
        if (tokens < 1) break;
        tokens -= 1;
        queue.delete(waiter);
        waiter.grant();
      }
    }
    schedule();
  }

  function schedule() {
    if (timer || waiting.interactive.size + waiting.background.size === 0) return;
    const waitMs = Math.max(1, Math.ceil(((1 - tokens) / ratePerSecond) * 1_000));
    timer = setTimeout(() => {
      timer = undefined;
      serve();
    }, waitMs);
  }

  return {
    take(priority, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const queue = waiting[priority];
        const stop = () => {
          queue.delete(waiter);
          reject(signal?.reason);
        };
        const waiter = {
          grant: () => {
            signal?.removeEventListener("abort", stop);
            resolve();
          },
        };
        signal?.addEventListener("abort", stop, { once: true });
        queue.add(waiter);
        serve();
      });
    },
  };
}
