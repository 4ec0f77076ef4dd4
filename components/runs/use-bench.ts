"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { type Draft, useDrafts } from "@/components/test-events/use-drafts";
import { createTestEventMutation, deleteTestEventMutation, saveTestEventMutation, testEventListQuery } from "@/lib/test-events/queries";
import type { TestEvent } from "@/lib/test-events/schema";
import { useRuns } from "./use-runs";

/** Stands for the event that is not saved yet. */
export const NEW_EVENT = "new";
const EMPTY: Draft = { name: "", payload: "{}", shared: false };

/** Everything the test page knows and does. */
export function useBench() {
  const ref = useFunctionRef();
  const view = useViewState();
  const list = useQuery(testEventListQuery(ref));
  const { drafts, change, settle } = useDrafts(`${ref.connection}/${ref.region}/${ref.name}`);
  const events = list.data?.events ?? [];
  const wanted = view.get("event");
  const selected = wanted === NEW_EVENT ? undefined : (events.find(({ id }) => id === wanted) ?? events[0]);
  const selectedId = selected?.id ?? NEW_EVENT;
  const saved: Draft = selected ?? EMPTY;
  // What the tab kept is not known to the server: it shows once the list is here, not in the first rendering.
  const draft = (list.data && drafts[selectedId]) ?? saved;
  const dirty = draft.payload !== saved.payload || draft.name !== saved.name || draft.shared !== saved.shared;

  const create = useMutation(createTestEventMutation(ref));
  const update = useMutation(saveTestEventMutation(ref));
  const remove = useMutation(deleteTestEventMutation(ref));

  const select = (id: string) => view.set({ event: id });
  const edit = (changes: Partial<Draft>) => change(selectedId, { ...draft, ...changes });
  const startNew = (from: Draft) => {
    change(NEW_EVENT, from);
    select(NEW_EVENT);
  };
  const discard = () => {
    change(selectedId, undefined);
    if (!selected) view.set({ event: undefined });
  };
  const save = async () => {
    const input = { name: draft.name.trim(), payload: draft.payload, shared: draft.shared };
    const kept = selected ? await update.mutateAsync({ id: selected.id, ...input, baseUpdatedAtMs: selected.updatedAtMs }) : await create.mutateAsync(input);
    settle(selectedId, kept.id, draft);
    select(kept.id);
    toast.success(`Saved “${kept.name}”`);
  };
  const removeEvent = async (event: TestEvent) => {
    await remove.mutateAsync(event);
    change(event.id, undefined);
    if (event.id === selectedId) view.set({ event: undefined });
    toast(`Deleted “${event.name}”`, {
      action: { label: "Undo", onClick: () => void create.mutateAsync({ name: event.name, payload: event.payload, shared: event.shared }).catch(showError) },
    });
  };
  const saving = create.isPending || update.isPending;
  const saveError = update.error ?? create.error;
  const runs = useRuns(ref, selected?.id);
  return { ref, list, events, selected, selectedId, draft, dirty, drafts, edit, select, startNew, save, discard, removeEvent, saving, saveError, ...runs };
}

export type Bench = ReturnType<typeof useBench>;

function showError(error: Error): void {
  toast.error(error.message);
}
