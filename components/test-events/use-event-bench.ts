"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { toast } from "sonner";
import type { FunctionRef } from "@/lib/functions/queries";
import { createTestEventMutation, deleteTestEventMutation, saveTestEventMutation } from "@/lib/test-events/queries";
import { type Draft, draftOf, EMPTY_DRAFT, isOvertaken, isSameDraft, useDrafts } from "./use-drafts";
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

  // What is the same as what is saved starts from it, however old it is.
  const baseUpdatedAtMs = (dirty ? draft.baseUpdatedAtMs : undefined) ?? selected?.updatedAtMs;
  const edit = (changes: Partial<Draft>) => change(selectedId, { ...draft, ...changes, baseUpdatedAtMs });
  const startNew = (from: Partial<Draft>) => {
    change(NEW_EVENT, draftOf(from));
    select(NEW_EVENT);
  };
  const discard = () => {
    change(selectedId, undefined);
    if (!selected) unselect();
  };
  const saveNow = async (onto = baseUpdatedAtMs) => {
    const input = { ...draftOf(draft), name: draft.name.trim() };
    const kept = selected && onto !== undefined ? await update.mutateAsync({ id: selected.id, ...input, baseUpdatedAtMs: onto }) : await create.mutateAsync(input);
    settle(selectedId, kept, draft);
    select(kept.id);
    toast.success(`Saved “${kept.name}”`);
    return kept.id;
  };
  const underWay = useRef<Promise<string | undefined>>(undefined);
  const save = (onto?: number) => {
    const saving = saveNow(onto);
    underWay.current = saving.catch(() => undefined).finally(() => (underWay.current = undefined));
    return saving;
  };
  /** Id of the event that a click on Run belongs to, also when it is only now being saved. */
  const eventToRun = async () => (await underWay.current) ?? selected?.id;
  const saving = create.isPending || update.isPending;
  const overtaken = selected !== undefined && dirty && !saving && isOvertaken(draft, selected);
  /** Over what somebody else saved meanwhile. */
  const saveOver = () => save(selected?.updatedAtMs);
  return { ref, ...events, draft, dirty, overtaken, drafts, change, edit, startNew, save: () => save(), saveOver, discard, saving, eventToRun, create, update, remove };
}
