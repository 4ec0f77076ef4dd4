"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { EmptyState } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import type { Environment } from "@/lib/configuration/schema";
import { AdditionRow } from "./addition-row";
import { EnvironmentConflictDialog } from "./environment-conflict-dialog";
import { EnvironmentReview } from "./environment-review";
import { EnvironmentText } from "./environment-text";
import { EnvironmentToolbar } from "./environment-toolbar";
import { PasteDialog } from "./paste-dialog";
import { UnsavedGuard } from "./unsaved-guard";
import { useEnvironmentForm } from "./use-environment-form";
import { VariableRow } from "./variable-row";

export function EnvironmentForm({ environment }: { environment: Environment }) {
  const form = useEnvironmentForm(environment);
  const refusal = useModeRefusal("operate");
  const [reviewing, setReviewing] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [asText, setAsText] = useState(false);
  const empty = form.base.variables.length === 0 && form.edits.additions.length === 0;
  const blocked = form.problems.size > 0 || form.tooLarge || form.base.error !== undefined;
  const addOne = () => form.add([{ key: "", value: "" }]);
  return (
    <form
      aria-label="Environment variables"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.changes.length > 0 && !blocked && !refusal) setReviewing(true);
      }}
    >
      <EnvironmentToolbar form={form} refusal={refusal} asText={asText} onText={() => setAsText(true)} onPaste={() => setPasting(true)} onAdd={addOne} />
      {form.base.error ? <p role="alert" className="border-b border-line bg-error-soft px-4 py-2 text-2 text-error">AWS could not decrypt the variables: {form.base.error}</p> : null}
      {asText ? <EnvironmentText form={form} readOnly={refusal !== undefined || form.base.error !== undefined} onEnd={() => setAsText(false)} /> : null}
      {!asText && empty ? (
        <EmptyState
          title="No environment variables"
          action={
            <Button disabledReason={refusal} onClick={addOne}>
              <Plus size={13} aria-hidden /> Add a variable
            </Button>
          }
        >
          Settings that differ from stage to stage belong here. Values stay masked until you reveal them.
        </EmptyState>
      ) : null}
      {asText || empty ? null : (
        <ul>
          {form.base.variables.map((variable) => (
            <VariableRow key={`${variable.key} ${variable.fingerprint}`} variable={variable} form={form} refusal={refusal} />
          ))}
          {form.edits.additions.map((addition) => (
            <AdditionRow key={addition.id} addition={addition} form={form} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3">
        <p role="status" className="mr-auto text-2 text-muted">
          {form.changes.length > 0 ? `${form.changes.length} ${form.changes.length === 1 ? "change" : "changes"}, not saved` : ""}
        </p>
        {form.changes.length > 0 ? (
          <Button variant="quiet" onClick={form.reset}>
            Discard
          </Button>
        ) : null}
        <Button type="submit" variant="primary" disabledReason={refusal} disabled={form.changes.length === 0 || blocked || form.saving}>
          Review changes
        </Button>
      </div>
      <UnsavedGuard dirty={form.changes.length > 0} />
      <EnvironmentReview form={form} open={reviewing && !form.conflict && form.changes.length > 0} onOpenChange={setReviewing} />
      <PasteDialog open={pasting} onOpenChange={setPasting} known={form.base.variables} onAdd={form.add} />
      {form.conflict ? <EnvironmentConflictDialog conflict={form.conflict} form={form} onEnd={setReviewing} /> : null}
    </form>
  );
}
