import { openRuntimeApiListener, type RuntimeApiListener } from "./runtime-api-listener.ts";

/** Keeps one listener open in advance, so that a cold start does not wait for a port. */
export interface ListenerReserve {
  take(): Promise<RuntimeApiListener>;
  close(): Promise<void>;
}

export function createListenerReserve(): ListenerReserve {
  let spare: Promise<RuntimeApiListener> | undefined;
  let closed = false;
  const refill = (): void => {
    if (closed || spare) return;
    spare = openRuntimeApiListener();
    // The caller that takes it sees the error.
    spare.catch(() => undefined);
  };
  refill();
  return {
    take() {
      const taken = spare ?? openRuntimeApiListener();
      spare = undefined;
      setImmediate(refill);
      return taken;
    },
    async close() {
      closed = true;
      const left = spare;
      spare = undefined;
      await left?.then(
        (listener) => listener.close(),
        () => undefined,
      );
    },
  };
}
