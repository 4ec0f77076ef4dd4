"use client";

import { useSyncExternalStore } from "react";

const TICK_MS = 30_000;

let nowMs = Date.now();
let timer: number | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  nowMs = Date.now();
  for (const listener of listeners) listener();
}

const read = () => nowMs;

/** The present in epoch milliseconds, up to half a minute old: one clock for all ages on the page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read, read);
}
