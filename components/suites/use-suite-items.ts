"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { useConnectionId } from "@/components/layout/view-state";
import { saveSuiteMutation, suiteQuery } from "@/lib/suites/queries";
import type { Suite, SuiteItem, SuiteItemView } from "@/lib/suites/schema";

/** Two items are the same when all of this is. */
export function itemKey({ testEventId, region, functionName, qualifier }: SuiteItem): string {
  return `${testEventId} ${region} ${functionName} ${qualifier}`;
}

/**
 * The suite's items as the person has put them: shown at once, saved one after another, so that quick moves of a row
 * neither wait nor conflict with each other. When a save fails, what the server has shows again.
 */
export function useSuiteItems(suite: Suite) {
  const connection = useConnectionId();
  const client = useQueryClient();
  const save = useMutation(saveSuiteMutation(connection, suite.id));
  const [edited, setEdited] = useState<SuiteItemView[]>();
  const wanted = useRef<SuiteItemView[]>(undefined);
  const saving = useRef(false);

  const send = async () => {
    if (saving.current) return;
    saving.current = true;
    try {
      while (wanted.current) {
        const items = wanted.current.map(({ testEventId, region, functionName, qualifier }) => ({ testEventId, region, functionName, qualifier }));
        wanted.current = undefined;
        const base = client.getQueryData(suiteQuery(connection, suite.id).queryKey) ?? suite;
        await save.mutateAsync({ items, baseUpdatedAtMs: base.updatedAtMs });
      }
    } catch (error) {
      wanted.current = undefined;
      toast.error(error instanceof Error ? error.message : "The suite could not be saved.");
    } finally {
      saving.current = false;
      setEdited(undefined);
    }
  };
  const items = edited ?? suite.items;
  const change = (next: SuiteItemView[]) => {
    setEdited(next);
    wanted.current = next;
    void send();
  };
  const move = (index: number, by: -1 | 1) => {
    const item = items[index];
    const to = index + by;
    if (item && to >= 0 && to < items.length) change(items.toSpliced(index, 1).toSpliced(to, 0, item));
  };
  const remove = (index: number) => {
    const item = items[index];
    if (!item) return;
    change(items.toSpliced(index, 1));
    toast(`Removed “${item.eventName ?? "deleted event"}” from the suite`, { action: { label: "Undo", onClick: () => restore(item, index) } });
  };
  /** Into what the suite holds by then. */
  const restore = (item: SuiteItemView, index: number) => {
    const present = wanted.current ?? client.getQueryData(suiteQuery(connection, suite.id).queryKey)?.items ?? items;
    change(present.toSpliced(Math.min(index, present.length), 0, item));
  };
  const setQualifier = (index: number, qualifier: string) => {
    const item = items[index];
    if (item && item.qualifier !== qualifier) change(items.with(index, { ...item, qualifier }));
  };
  const add = (added: readonly SuiteItemView[]) => {
    const present = new Set(items.map(itemKey));
    change([...items, ...added.filter((item) => !present.has(itemKey(item)))]);
  };
  return { items, move, remove, setQualifier, add };
}
