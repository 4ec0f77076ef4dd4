"use client";

import { ChevronRight } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/field";
import { type FieldValue, readFields, writeField } from "@/lib/test-events/event-fields";
import { recogniseEvent } from "@/lib/test-events/event-templates";

/** A longer event is edited as JSON: reading it at each key would be felt. */
const FORM_MAX_CHARACTERS = 200_000;

/** The fields that people change, of an event whose source is known; each edit goes into the JSON below. */
export function EventForm({ payload, onChange }: { payload: string; onChange: (payload: string) => void }) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  const known = useMemo(() => readForm(payload), [payload]);
  if (!known) return null;
  return (
    <div className="border-b border-grid">
      <button type="button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)} className="flex min-h-8 w-full items-center gap-1 px-3.5 text-left text-1 text-muted -outline-offset-2 hover:text-text">
        <ChevronRight size={13} aria-hidden className={classNames("transition-transform", open && "rotate-90")} />
        <span className="truncate">
          Fields of {known.label}: {known.fields.map(({ field }) => `${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}`).join(", ")}
        </span>
      </button>
      <div id={listId} hidden={!open} className="max-h-56 overflow-auto px-3.5 pt-1 pb-2.5">
        <div className="grid gap-2 sm:grid-cols-2">
          {known.fields.map((value) => (
            <FormField key={value.field.label} value={value} onChange={(text) => onChange(writeField(payload, value.field, text) ?? payload)} />
          ))}
        </div>
      </div>
    </div>
  );
}

function FormField({ value: { field, text }, onChange }: { value: FieldValue; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="text-1 text-muted">
        {field.label}
        {field.kind === "base64" ? " (stored as base64)" : field.kind === "s3 key" ? " (stored URL-encoded)" : ""}
      </label>
      <Input id={id} type={field.kind === "number" ? "number" : "text"} spellCheck={false} className="mt-0.5 h-7! font-mono text-1" value={text} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

function readForm(payload: string): { label: string; fields: FieldValue[] } | undefined {
  if (payload.length > FORM_MAX_CHARACTERS) return undefined;
  try {
    const event: unknown = JSON.parse(payload);
    const template = recogniseEvent(event);
    const fields = template ? readFields(template, event) : [];
    return template && fields.length > 0 ? { label: template.label.split(",")[0] ?? template.label, fields } : undefined;
  } catch {
    // The editor says where it stops being JSON.
    return undefined;
  }
}
