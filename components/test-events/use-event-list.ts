"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useViewState } from "@/components/layout/view-state";
import type { FunctionRef } from "@/lib/functions/queries";
import { testEventListQuery, testEventQuery } from "@/lib/test-events/queries";

/** Stands for the event that is not saved yet. */
export const NEW_EVENT = "new";

/** The events that the search finds, and the chosen one in full. Search, tag and choice are in the address. */
export function useEventList(ref: FunctionRef) {
  const view = useViewState();
  const search = view.get("find") ?? "";
  const tag = view.get("tag");
  const list = useInfiniteQuery(testEventListQuery(ref, { search, tag }));
  const events = list.data?.pages.flatMap((page) => page.events) ?? [];
  const first = list.data?.pages[0];
  const wanted = view.get("event");
  const asked = useQuery({ ...testEventQuery(ref.connection, wanted ?? ""), enabled: wanted !== undefined && wanted !== NEW_EVENT });
  // One that was deleted meanwhile, or of an old address, gives way to the first of the list.
  const chosenId = wanted === undefined || asked.isError ? events[0]?.id : wanted;
  const isNew = chosenId === undefined || chosenId === NEW_EVENT;
  const chosen = useQuery({ ...testEventQuery(ref.connection, chosenId ?? ""), enabled: !isNew });
  const selected = isNew ? undefined : chosen.data;
  const selectedId = isNew ? NEW_EVENT : chosenId;
  const loading = list.isPending || (!isNew && chosen.isPending);

  const select = (id: string) => view.set({ event: id });
  // The choice stays while the list under it changes.
  const find = (changes: { find?: string; tag?: string }) => view.set({ event: loading ? wanted : selectedId, ...changes });
  return { list, events, total: first?.total ?? 0, tags: first?.tags ?? [], search, tag, find, selected, selectedId, loading, select, unselect: () => view.set({ event: undefined }) };
}
