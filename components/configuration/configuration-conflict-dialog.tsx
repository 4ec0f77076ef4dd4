"use client";

import { useState } from "react";
import { ErrorState } from "@/components/layout/states";
import { classNames } from "@/components/ui/class-names";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ConfigurationConflict } from "@/lib/configuration/schema";
import type { Settings } from "@/lib/configuration/settings";
import { type Choices, ConflictChoice } from "./conflict-choice";
import { findUnchosen } from "./conflict-refusal";
import { fieldLabel, fieldValue } from "./field-words";
import type { SettingsForm } from "./use-settings-form";

interface ConflictDialogProps {
  conflict: ConfigurationConflict;
  form: SettingsForm;
  onClose: () => void;
}

/** Somebody else saved meanwhile: all three states side by side; nothing was overwritten. */
export function ConfigurationConflictDialog({ conflict, form, onClose }: ConflictDialogProps) {
  const [choices, setChoices] = useState<Choices>(new Map());
  const rows = conflict.fields;
  const kept = rows.filter(({ field, mine, base, theirs }) => mine !== base && mine !== theirs && choices.get(field) !== "theirs");
  const refusal = findUnchosen(rows.map(({ field, both }) => ({ name: fieldLabel(field), chosen: !both || choices.has(field) })));
  const saveMerged = async () => {
    const changes: Settings = Object.fromEntries(kept.map(({ field, mine }) => [field, mine]));
    const base = { ...form.base, ...Object.fromEntries(rows.map(({ field, theirs }) => [field, theirs])) };
    if (kept.length === 0) return form.reset();
    await form.save(base, changes);
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Somebody changed this function meanwhile"
      description="Nothing was overwritten. Both changes are kept unless they touch the same setting: then choose."
      footer={
        <>
          <Button onClick={form.reset}>Take theirs, discard mine</Button>
          <Button variant="primary" disabledReason={refusal} disabled={form.saving} onClick={() => void saveMerged()}>
            {form.saving ? "Saving…" : "Save both together"}
          </Button>
        </>
      }
    >
      <div className="overflow-x-auto">
        <table className="w-full text-2">
          <thead className="text-left text-1 text-muted">
            <tr>
              {["Setting", "When you began", "Yours", "Now at AWS", "Result"].map((label) => (
                <th key={label} scope="col" className="border-b border-line py-1.5 pr-3 font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, base, mine, theirs, both }) => (
              <tr key={field} className="align-top">
                <th scope="row" className="border-b border-grid py-2 pr-3 text-left font-medium">{fieldLabel(field)}</th>
                <td className={classNames(cellOf(base), "text-muted")}>{fieldValue(field, base)}</td>
                <td className={cellOf(mine)}>{fieldValue(field, mine)}</td>
                <td className={cellOf(theirs)}>{fieldValue(field, theirs)}</td>
                <td className="border-b border-grid py-2">
                  {both ? <ConflictChoice id={field} label={fieldLabel(field)} choice={choices.get(field)} onChoose={(choice) => setChoices(new Map(choices).set(field, choice))} /> : <span className="font-medium">{fieldValue(field, mine === base ? theirs : mine)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {form.error ? <ErrorState error={form.error} what="Not saved" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

/** Figures keep their unit on the line, texts wrap. */
function cellOf(value: string | number | null): string {
  return classNames("border-b border-grid py-2 pr-3", typeof value === "number" ? "whitespace-nowrap" : "break-words whitespace-pre-line");
}
