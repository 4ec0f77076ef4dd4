"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { FunctionRef } from "@/lib/functions/queries";
import { parsePathRule, type PathRule } from "@/lib/runs/path-rules";

const CHANGED = "warmstart:ignore-rules";

/** Places that comparisons of a function's runs leave out; kept in this browser. */
export function useIgnoreRules({ connection, region, name }: FunctionRef) {
  const storageKey = `warmstart:ignore:${connection}/${region}/${name}`;
  const stored = useSyncExternalStore(subscribe, () => window.localStorage.getItem(storageKey) ?? "", () => "");
  const rules = useMemo(() => stored.split("\n").flatMap((text): PathRule[] => {
    const rule = parsePathRule(text);
    return "problem" in rule ? [] : [rule];
  }), [stored]);
  const keep = useCallback(
    (texts: readonly string[]) => {
      window.localStorage.setItem(storageKey, texts.join("\n"));
      window.dispatchEvent(new Event(CHANGED));
    },
    [storageKey],
  );
  return {
    rules,
    add: (text: string) => keep([...new Set([...rules.map((rule) => rule.text), text.trim()])]),
    remove: (text: string) => keep(rules.map((rule) => rule.text).filter((other) => other !== text)),
  };
}

export type Ignore = ReturnType<typeof useIgnoreRules>;

function subscribe(notify: () => void): () => void {
  window.addEventListener(CHANGED, notify);
  window.addEventListener("storage", notify);
  return () => {
    window.removeEventListener(CHANGED, notify);
    window.removeEventListener("storage", notify);
  };
}
