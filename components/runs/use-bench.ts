"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { type Draft, useDrafts } from "@/components/test-events/use-drafts";
import { startRunMutation } from "@/lib/runs/queries";
import type { RunRequest } from "@/lib/runs/schema";
import { createTestEventMutation, deleteTestEventMutation, saveTestEventMutation, testEventListQuery } from "@/lib/test-events/queries";
import type { TestEvent } from "@/lib/test-events/schema";

/** Stands for the event that is not saved yet. */
export const NEW_EVENT = "new";
const EMPTY: Draft = { name: "", payload: "{}", shared: false };

/** Everything the test page knows and does. */
export function useBench() {
  const ref = useFunctionRef();
  const view = useViewState();
  const list = useQuery(testEventListQuery(ref));
  const { drafts, change } = useDrafts(`${ref.connection}/${ref.region}/${ref.name}`);
  const events = list.data?.events ?? [];
  const wanted = view.get("event");
  const selected = wanted === NEW_EVENT ? undefined : (events.find(({ id }) => id === wanted) ?? events[0]);
  const selectedId = selected?.id ?? NEW_EVENT;
  const saved: Draft = selected ?? EMPTY;
  const draft = drafts[selectedId] ?? saved;
  const dirty = draft.payload !== saved.payload || draft.name !== saved.name || draft.shared !== saved.shared;

  const create = useMutation(createTestEventMutation(ref));
  const update = useMutation(saveTestEventMutation(ref));
  const remove = useMutation(deleteTestEventMutation(ref));
  const run = useMutation(startRunMutation(ref));

  const select = (id: string) => view.set({ event: id });
  const edit = (changes: Partial<Draft>) => change(selectedId, { ...draft, ...changes });
  const startNew = (from: Draft) => {
    change(NEW_EVENT, from);
    select(NEW_EVENT);
  };
  const save = async () => {
    const input = { name: draft.name.trim(), payload: draft.payload, shared: draft.shared };
    const kept = selected ? await update.mutateAsync({ id: selected.id, ...input, baseUpdatedAtMs: selected.updatedAtMs }) : await create.mutateAsync(input);
    change(selectedId, undefined);
    select(kept.id);
    toast.success(`Saved “${kept.name}”`);
  };
  const runNow = (invocationType: NonNullable<RunRequest["invocationType"]>, payload = draft.payload, testEventId = selected?.id) => {
    // One click, one id, one invocation: the server refuses to invoke the same id twice.
    const request = { clickId: crypto.randomUUID(), payload, invocationType, testEventId };
    view.set({ run: undefined });
    run.mutate(request, { onSuccess: (done) => view.set({ run: done.id }) });
  };
  const removeEvent = async (event: TestEvent) => {
    await remove.mutateAsync(event);
    change(event.id, undefined);
    if (event.id === selectedId) view.set({ event: undefined });
    toast(`Deleted “${event.name}”`, {
      action: { label: "Undo", onClick: () => void create.mutateAsync({ name: event.name, payload: event.payload, shared: event.shared }).catch(showError) },
    });
  };
  return { ref, list, events, selected, selectedId, draft, dirty, drafts, edit, select, startNew, save, discard: () => change(selectedId, undefined), removeEvent, run, runNow, saving: create.isPending || update.isPending, saveError: update.error ?? create.error };
}

export type Bench = ReturnType<typeof useBench>;

function showError(error: Error): void {
  toast.error(error.message);
}
