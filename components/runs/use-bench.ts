"use client";

import { useFunctionRef } from "@/components/layout/view-state";
import { useEventBench } from "@/components/test-events/use-event-bench";
import { useRuns } from "./use-runs";

/** Everything the test page knows and does. */
export function useBench() {
  const ref = useFunctionRef();
  const events = useEventBench(ref);
  const runs = useRuns(ref, events.eventToRun);
  return { ...events, ...runs };
}

export type Bench = ReturnType<typeof useBench>;
