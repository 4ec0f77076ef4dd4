"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** What the key of ⌘K and ⌘↵ is called on this keyboard: `⌘`, or `Ctrl ` with its space. */
export function useModifierKey(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl "),
    () => "⌘",
  );
}
