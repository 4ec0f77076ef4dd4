"use client";

import { ErrorState } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { EnvironmentChange } from "./environment-edits";
import type { EnvironmentFormState } from "./use-environment-form";

/** The diff before saving. Present values are not on this page, so only what was typed is shown. */
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
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Back</Button>
          <Button variant="primary" disabled={form.saving} onClick={() => void save()}>
            {form.saving ? "Saving, until AWS has applied it…" : "Save"}
          </Button>
        </>
      }
    >
      <table className="w-full text-2">
        <thead className="text-left text-1 text-muted">
          <tr>
            <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Variable</th>
            <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Change</th>
            <th scope="col" className="border-b border-line py-1.5 font-medium">New value</th>
          </tr>
        </thead>
        <tbody>
          {form.changes.map((change) => (
            <tr key={`${change.action} ${change.key}`} className="align-top">
              <th scope="row" className="border-b border-grid py-2 pr-3 text-left font-mono font-medium break-all">{change.key}</th>
              <td className="border-b border-grid py-2 pr-3 whitespace-nowrap">{describe(change)}</td>
              <td className="border-b border-grid py-2 font-mono break-all whitespace-pre-wrap">{change.value || <span className="font-sans text-muted">{wordForNoValue(change)}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {form.error ? <ErrorState error={form.error} what="Not saved" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

function describe({ action, newKey }: EnvironmentChange): string {
  return action === "renamed" ? `renamed to ${newKey}` : action;
}

function wordForNoValue({ action, value }: EnvironmentChange): string {
  if (value === "") return "(empty)";
  return action === "removed" ? "–" : "as it is";
}
