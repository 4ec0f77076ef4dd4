/** Who waits for messages of which queue. */
export interface QueueArrivals {
  /** Wakes everybody who waits for this queue. */
  announce(queueId: number): void;
  /** Resolves when something may be there: a message came, `withinMs` have passed, or `signal` aborts. */
  wait(queueId: number, withinMs: number, signal: AbortSignal): Promise<void>;
}

export function createQueueArrivals(): QueueArrivals {
  const waiting = new Map<number, Set<() => void>>();
  return {
    announce(queueId) {
      for (const wake of waiting.get(queueId) ?? []) wake();
    },
    wait: (queueId, withinMs, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wakers = waiting.get(queueId) ?? new Set();
        waiting.set(queueId, wakers);
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          wakers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, withinMs);
        signal.addEventListener("abort", wake);
        wakers.add(wake);
      }),
  };
}
