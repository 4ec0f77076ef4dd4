"use client";

import { ErrorState } from "@/components/layout/states";
import { Dialog } from "@/components/ui/dialog";
import type { EnvironmentChange } from "./environment-edits";
import { ReviewFooter } from "./review-footer";
import type { EnvironmentFormState } from "./use-environment-form";
import { type VariableRow, VariableTable } from "./variable-table";

/** The diff before saving. Present values are not on this page, and what was typed is hidden until asked for. */
export function EnvironmentReview({ form, open, onOpenChange }: { form: EnvironmentFormState; open: boolean; onOpenChange: (open: boolean) => void }) {
  const save = async () => {
    if (await form.save()) onOpenChange(false);
  };
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={onOpenChange}
      title="Review changes"
      description="All other variables stay as they are at that moment. All execution environments are replaced, so the next invocations start cold."
      footer={<ReviewFooter label="Save" busyLabel="Saving" busy={form.saving} onBack={() => onOpenChange(false)} onGo={() => void save()} />}
    >
      <VariableTable rows={form.changes.map(rowOf)} />
      {form.error ? <ErrorState error={form.error} what="Not saved" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

function rowOf({ key, action, newKey, value }: EnvironmentChange): VariableRow {
  const valueWord = value === "" ? "(empty)" : action === "removed" ? "–" : "as it is";
  return { name: key, change: action === "renamed" ? `renamed to ${newKey}` : action, value, valueWord };
}
