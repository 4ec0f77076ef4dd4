"use client";

import { useCallback, useMemo, useState } from "react";
import { functionKeyOf } from "@/lib/functions/function-rows";
import type { FunctionSummary } from "@/lib/functions/schema";

/** As many functions as one metrics request names. */
const CHUNK = 100;

export interface MetricChunk {
  /** `region/name`, sorted, so that the same functions make the same request. */
  keys: readonly string[];
  /** Has a row in sight: only these are kept fresh. */
  inSight: boolean;
}

interface Seen {
  inSight: readonly number[];
  /** Once in sight: their figures stay on the page. */
  ever: readonly number[];
}

/**
 * The functions in chunks of one metrics request each. `chunks` holds those that were in sight; `report` is told the
 * keys in sight and changes nothing while they stay within the same chunks, so that scrolling costs nothing.
 */
export function useMetricChunks(functions: readonly FunctionSummary[]) {
  const [seen, setSeen] = useState<Seen>({ inSight: [], ever: [] });
  const all = useMemo(() => {
    const keys = functions.map(functionKeyOf).sort();
    return Array.from({ length: Math.ceil(keys.length / CHUNK) }, (_, index) => keys.slice(index * CHUNK, (index + 1) * CHUNK));
  }, [functions]);
  const chunkOf = useMemo(() => new Map(all.flatMap((keys, index) => keys.map((key): [string, number] => [key, index]))), [all]);
  const report = useCallback(
    (keys: readonly string[]) => {
      const inSight = [...new Set(keys.flatMap((key) => chunkOf.get(key) ?? []))].sort((a, b) => a - b);
      setSeen((old) => (old.inSight.join() === inSight.join() ? old : { inSight, ever: [...new Set([...old.ever, ...inSight])] }));
    },
    [chunkOf],
  );
  const chunks = useMemo(() => seen.ever.flatMap((index): MetricChunk[] => (all[index] ? [{ keys: all[index], inSight: seen.inSight.includes(index) }] : [])), [all, seen]);
  const every = useMemo(() => all.map((keys): MetricChunk => ({ keys, inSight: true })), [all]);
  return { chunks, every, report };
}
