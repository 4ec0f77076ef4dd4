"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { readDotEnvText, toDotEnvText } from "./dot-env-text";
import type { EnvironmentFormState } from "./use-environment-form";

/** The environment as `.env` text. What is typed becomes edits as soon as it can be read. */
export function EnvironmentText({ form, readOnly, onEnd }: { form: EnvironmentFormState; readOnly: boolean; onEnd: () => void }) {
  const [text, setText] = useState(() => toDotEnvText(form.base, form.edits));
  const { problems, comments } = readDotEnvText(form.base, text, () => "");
  const type = (next: string) => {
    setText(next);
    const reading = readDotEnvText(form.base, next, () => crypto.randomUUID());
    if (reading.problems.length === 0) form.replace(reading.edits);
  };
  return (
    <div className="flex flex-col gap-3 px-4 py-4">
      <Field
        label="Variables as .env text"
        hint="A hidden value stands as <value of NAME>: leave it, or put it behind another name to rename. A line less removes the variable."
        error={problems.length > 0 ? problems.join(" ") : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={Math.min(24, Math.max(8, text.split("\n").length + 1))}
            spellCheck={false}
            autoComplete="off"
            readOnly={readOnly}
            value={text}
            onChange={(event) => type(event.target.value)}
            className="w-full resize-y rounded-sm border border-line-strong bg-surface px-2.5 py-2 font-mono text-2 aria-invalid:border-error"
          />
        )}
      </Field>
      {comments > 0 ? (
        <p role="status" className="text-2 text-muted">
          {comments === 1 ? "1 comment is" : `${comments} comments are`} not kept: AWS stores names and values only.
        </p>
      ) : null}
      {problems.length > 0 ? <p className="text-2 text-muted">Until this is mended, the text is not taken over.</p> : null}
      <div>
        <Button size="small" onClick={onEnd}>
          Back to the table
        </Button>
      </div>
    </div>
  );
}
