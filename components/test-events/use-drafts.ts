"use client";

import { useCallback, useState } from "react";
import type { TestEventContent } from "@/lib/test-events/schema";

/** A longer payload would fill the browser's quota: its draft lives as long as the page. */
const STORED_PAYLOAD_MAX_CHARACTERS = 500_000;

/** What is in the editor: kept beside the saved event until it is saved or discarded. */
export interface Draft extends TestEventContent {
  /** `updatedAtMs` of the saved event that it started from; undefined of a new event. */
  baseUpdatedAtMs?: number;
}

/** Of a new event. */
export const EMPTY_DRAFT: Draft = { name: "", description: "", tags: [], payload: "{}", invocationType: "RequestResponse", clientContext: "", assertions: [], shared: false };

/** What is edited of an event, or of a draft that an older page kept with fewer members: its content, started from nothing. */
export function draftOf(from: Partial<Draft>): Draft {
  const { name, description, tags, payload, invocationType, clientContext, assertions, shared } = { ...EMPTY_DRAFT, ...from };
  return { name, description, tags, payload, invocationType, clientContext, assertions, shared };
}

export function isSameDraft(a: Draft, b: Draft): boolean {
  return a.payload === b.payload && JSON.stringify(draftOf({ ...a, payload: "" })) === JSON.stringify(draftOf({ ...b, payload: "" }));
}

/** The event was saved by somebody else after the draft started from it. */
export function isOvertaken({ baseUpdatedAtMs }: Draft, { updatedAtMs }: { updatedAtMs: number }): boolean {
  return baseUpdatedAtMs !== undefined && baseUpdatedAtMs < updatedAtMs;
}

/**
 * Unsaved edits by event, kept in the tab's session storage so that leaving the page loses nothing.
 * `place` names the function.
 */
export function useDrafts(place: string) {
  const storageKey = `warmstart:drafts:${place}`;
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() => read(storageKey));
  const change = useCallback(
    (eventId: string, draft: Draft | undefined) =>
      setDrafts((current) => {
        const { [eventId]: _old, ...others } = current;
        const next = draft ? { ...others, [eventId]: draft } : others;
        write(storageKey, next);
        return next;
      }),
    [storageKey],
  );
  /** After saving: the draft goes, unless it was edited meanwhile; then it goes on as that of the event it became, as that was saved. */
  const settle = useCallback(
    (eventId: string, savedAs: { id: string; updatedAtMs: number }, saved: Draft) =>
      setDrafts(({ [eventId]: now, ...others }) => {
        const next = now && now !== saved ? { ...others, [savedAs.id]: { ...now, baseUpdatedAtMs: savedAs.updatedAtMs } } : others;
        write(storageKey, next);
        return next;
      }),
    [storageKey],
  );
  return { drafts, change, settle };
}

function read(storageKey: string): Record<string, Draft> {
  if (typeof window === "undefined") return {};
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(storageKey) ?? "{}") as Record<string, Partial<Draft>>;
    return Object.fromEntries(Object.entries(kept).map(([id, draft]) => [id, { ...draftOf(draft), baseUpdatedAtMs: draft.baseUpdatedAtMs }]));
  } catch {
    // Not ours, or cut off: start afresh.
    return {};
  }
}

function write(storageKey: string, drafts: Record<string, Draft>): void {
  const stored = Object.entries(drafts).filter(([, { payload }]) => payload.length <= STORED_PAYLOAD_MAX_CHARACTERS);
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(stored)));
  } catch {
    // Many long drafts can still be over the quota: they too live as long as the page.
  }
}
