"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import type { FunctionRef } from "@/lib/functions/queries";
import { createTestEventMutation, deleteTestEventMutation, saveTestEventMutation } from "@/lib/test-events/queries";
import { type Draft, draftOf, EMPTY_DRAFT, isSameDraft, useDrafts } from "./use-drafts";
import { NEW_EVENT, useEventList } from "./use-event-list";

/** Everything the test page knows of events and does with them. */
export function useEventBench(ref: FunctionRef) {
  const events = useEventList(ref);
  const { selected, selectedId, loading, select, unselect } = events;
  const { drafts, change, settle } = useDrafts(`${ref.connection}/${ref.region}/${ref.name}`);
  const saved = selected ? draftOf(selected) : EMPTY_DRAFT;
  // What the tab kept is not known to the server: it shows once the list is here, not in the first rendering.
  const draft = (loading ? undefined : drafts[selectedId]) ?? saved;
  const dirty = !isSameDraft(draft, saved);

  const create = useMutation(createTestEventMutation(ref));
  const update = useMutation(saveTestEventMutation(ref));
  const remove = useMutation(deleteTestEventMutation(ref));

  const edit = (changes: Partial<Draft>) => change(selectedId, { ...draft, ...changes });
  const startNew = (from: Partial<Draft>) => {
    change(NEW_EVENT, draftOf(from));
    select(NEW_EVENT);
  };
  const discard = () => {
    change(selectedId, undefined);
    if (!selected) unselect();
  };
  const save = async () => {
    const input = { ...draft, name: draft.name.trim() };
    const kept = selected ? await update.mutateAsync({ id: selected.id, ...input, baseUpdatedAtMs: selected.updatedAtMs }) : await create.mutateAsync(input);
    settle(selectedId, kept.id, draft);
    select(kept.id);
    toast.success(`Saved “${kept.name}”`);
  };
  const saving = create.isPending || update.isPending;
  return { ref, ...events, draft, dirty, drafts, change, edit, startNew, save, discard, saving, create, update, remove };
}
