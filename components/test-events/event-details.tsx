"use client";

import { useState } from "react";
import type { Bench } from "@/components/runs/use-bench";
import { Field, Input } from "@/components/ui/field";
import { findJsonProblem } from "@/lib/test-events/json-position";
import { DESCRIPTION_MAX, TAG_MAX, TAGS_MAX } from "@/lib/test-events/schema";
import { readTagList } from "@/lib/test-events/tag-list";

const AREA = "w-full rounded-sm border border-line-strong bg-surface px-2.5 py-1.5 text-2 placeholder:text-faint aria-invalid:border-error";

/** What is known of an event beside its JSON. */
export function EventDetails({ bench: { draft, edit } }: { bench: Bench }) {
  const [tagText, setTagText] = useState(draft.tags.join(", "));
  const contextProblem = draft.clientContext === "" ? undefined : findJsonProblem(draft.clientContext);
  const tagProblem = draft.tags.length > TAGS_MAX ? `An event has at most ${TAGS_MAX} tags.` : draft.tags.some((tag) => tag.length > TAG_MAX) ? `A tag has at most ${TAG_MAX} characters.` : undefined;
  return (
    <div tabIndex={0} role="region" aria-label="Details of the event" className="flex h-full flex-col gap-4 overflow-auto px-3.5 py-3.5 -outline-offset-2">
      <Field label="Description" hint="What it stands for, and what the function should do with it." error={draft.description.length > DESCRIPTION_MAX ? `A description has at most ${DESCRIPTION_MAX.toLocaleString("en")} characters.` : undefined}>
        {(control) => <textarea {...control} rows={3} className={AREA} value={draft.description} onChange={(event) => edit({ description: event.target.value })} />}
      </Field>
      <Field label="Tags" hint="With commas between: checkout, edge case" error={tagProblem}>
        {(control) => (
          <Input
            {...control}
            value={tagText}
            onChange={(event) => {
              setTagText(event.target.value);
              edit({ tags: readTagList(event.target.value) });
            }}
          />
        )}
      </Field>
      <Field
        label="Client context"
        hint="JSON that the function reads as context.clientContext, at most 3,583 bytes in base64. AWS passes it with synchronous runs only."
        error={contextProblem ? `Line ${contextProblem.line}, column ${contextProblem.column}: ${contextProblem.message}.` : undefined}
      >
        {(control) => <textarea {...control} rows={5} spellCheck={false} className={`${AREA} font-mono text-1`} placeholder='{ "custom": { "tenant": "acme" } }' value={draft.clientContext} onChange={(event) => edit({ clientContext: event.target.value })} />}
      </Field>
    </div>
  );
}
