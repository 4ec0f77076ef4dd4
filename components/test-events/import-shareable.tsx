"use client";

import { useQuery } from "@tanstack/react-query";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { shareableEventsQuery } from "@/lib/shareable-events/queries";
import { TEST_EVENT_NAME_MAX } from "@/lib/test-events/schema";
import { ImportChoice } from "./import-choice";
import { draftOf } from "./use-drafts";

/** Shareable test events of the function, as AWS keeps them. */
export function ImportShareable({ bench, onDone }: { bench: Bench; onDone: () => void }) {
  const list = useQuery(shareableEventsQuery(bench.ref));
  if (list.isPending) return <LoadingLines lines={3} className="p-0" />;
  if (list.error) return <ErrorState error={list.error} what="Shareable test events could not be read" onRetry={list.refetch} className="px-0" />;
  if (list.data.events.length === 0) return <EmptyState title="No shareable test event yet">Nobody has saved one for {bench.ref.name}. “Share through AWS” in the menu of an event here does.</EmptyState>;
  return <ImportChoice bench={bench} events={list.data.events.map(({ name, payload, invocationType }) => draftOf({ name: name.slice(0, TEST_EVENT_NAME_MAX), payload, invocationType }))} onDone={onDone} />;
}
