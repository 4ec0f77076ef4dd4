"use client";

import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { ErrorState } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Help } from "@/components/ui/help";
import { FIELD_LIMITS } from "@/lib/configuration/limits";
import type { ConfigurationField } from "@/lib/configuration/schema";
import type { FunctionDetail } from "@/lib/functions/schema";
import { ChangeTable } from "./change-table";
import { ConfigurationConflictDialog } from "./configuration-conflict-dialog";
import { ReadOnlyFacts } from "./read-only-facts";
import { READ_ONLY_LOOK } from "./read-only-look";
import { ReviewFooter } from "./review-footer";
import { UnsavedGuard } from "./unsaved-guard";
import { useConfigurationForm } from "./use-configuration-form";

const EXPLAINED: Partial<Record<ConfigurationField, string>> = {
  memoryMb: "Memory also decides the CPU: twice the memory is twice the CPU, so more memory can run faster and cost the same. You pay for memory × duration.",
  timeoutSeconds: "Lambda stops the function after this time. A run that times out is billed in full.",
  ephemeralStorageMb: "Space in /tmp of each execution environment. It stays while the environment is warm and is gone with it.",
  handler: "File and exported function that Lambda calls, for instance index.handler.",
};

export function ConfigurationForm({ detail }: { detail: FunctionDetail }) {
  const form = useConfigurationForm(detail);
  const [reviewing, setReviewing] = useState(false);
  const refusal = useModeRefusal("operate");
  const isImage = detail.packageType === "Image";
  const fields: ConfigurationField[] = ["memoryMb", "timeoutSeconds", "ephemeralStorageMb", ...(isImage ? [] : (["handler"] as const)), "description"];
  return (
    <form
      aria-label="Configuration"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.changes.length > 0 && !refusal) setReviewing(true);
      }}
    >
      <div className="grid gap-4 p-5 sm:grid-cols-3">
        {fields.map((field) => (
          <ConfigurationInput key={field} field={field} form={form} readOnly={refusal !== undefined} />
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
        <p role="status" className="mr-auto text-2 text-muted">
          {form.dirty ? statusOf(form) : ""}
        </p>
        {form.dirty ? (
          <Button variant="quiet" onClick={form.reset}>
            Discard
          </Button>
        ) : null}
        <Button type="submit" variant="primary" disabledReason={refusal} disabled={form.changes.length === 0 || form.saving}>
          Review changes
        </Button>
      </div>
      <ReadOnlyFacts detail={detail} />
      <UnsavedGuard dirty={form.dirty} />
      <ReviewDialog form={form} open={reviewing && !form.conflict} onOpenChange={setReviewing} />
      {form.conflict ? <ConfigurationConflictDialog conflict={form.conflict} form={form} onClose={() => form.setConflict(undefined)} /> : null}
    </form>
  );
}

type Form = ReturnType<typeof useConfigurationForm>;

function statusOf({ invalid, changes }: Form): string {
  if (invalid) return "Mend what is marked, then review";
  return changes.length === 1 ? "1 change, not saved" : `${changes.length} changes, not saved`;
}

function ConfigurationInput({ field, form, readOnly }: { field: ConfigurationField; form: Form; readOnly: boolean }) {
  const limit = FIELD_LIMITS[field];
  const explanation = EXPLAINED[field];
  const wide = field === "description" || field === "handler";
  return (
    <div className={wide ? "sm:col-span-3" : undefined}>
      <Field label={limit.unit ? `${limit.label}, ${limit.unit}` : limit.label} hint={limit.text} error={form.problems[field]} aside={explanation ? <Help topic={limit.label}>{explanation}</Help> : undefined}>
        {(control) => (
          <Input
            {...control}
            readOnly={readOnly}
            inputMode={limit.min === undefined ? undefined : "numeric"}
            value={form.texts[field]}
            onChange={(event) => form.edit(field, event.target.value)}
            className={classNames(field === "handler" && "font-mono", readOnly && READ_ONLY_LOOK)}
          />
        )}
      </Field>
    </div>
  );
}

function ReviewDialog({ form, open, onOpenChange }: { form: Form; open: boolean; onOpenChange: (open: boolean) => void }) {
  const save = async () => {
    if (await form.saveChanges()) onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Review changes"
      description="One call: UpdateFunctionConfiguration. All execution environments are replaced, so the next invocations start cold."
      footer={<ReviewFooter label="Save" busyLabel="Saving" busy={form.saving} onBack={() => onOpenChange(false)} onGo={() => void save()} />}
    >
      <ChangeTable changes={form.changes} />
      {form.error ? <ErrorState error={form.error} what="Not saved" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}
