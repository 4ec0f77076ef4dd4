"use client";

import dynamic from "next/dynamic";
import type { RefObject } from "react";
import { LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import type { JsonEditorHandle } from "@/components/ui/json-editor";
import { findJsonProblem } from "@/lib/test-events/json-position";

const JsonEditor = dynamic(() => import("@/components/ui/json-editor"), { ssr: false, loading: () => <LoadingLines lines={8} /> });
/** With all templates, by which it knows the event: loaded when the page has shown. */
const EventForm = dynamic(() => import("./event-form").then((module) => module.EventForm), { ssr: false });

interface EventPayloadProps {
  bench: Bench;
  onSubmit: () => void;
  describedBy: string;
  handle: RefObject<JsonEditorHandle | null>;
}

/** The event's JSON, and above it a small form for the fields that people change, when its source is known. */
export function EventPayload({ bench, onSubmit, describedBy, handle }: EventPayloadProps) {
  const { draft, edit, selectedId } = bench;
  return (
    <div className="flex h-full flex-col">
      <EventForm payload={draft.payload} onChange={(payload) => edit({ payload })} />
      <div className="min-h-0 flex-1">
        <JsonEditor key={selectedId} label="Event JSON" value={draft.payload} onChange={(payload) => edit({ payload })} onSubmit={onSubmit} findProblem={findJsonProblem} describedBy={describedBy} handle={handle} />
      </div>
    </div>
  );
}
