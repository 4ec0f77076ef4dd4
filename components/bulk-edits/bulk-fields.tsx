"use client";

import { Field, Input, Select } from "@/components/ui/field";
import type { BulkChange } from "@/lib/bulk-edits/schema";
import { RETENTION_DAYS, retentionWords } from "@/lib/log-retention/retention";
import { CREATABLE_RUNTIMES } from "@/lib/new-functions/templates";
import { BULK_CHOICES, type BulkForm } from "./bulk-form";

interface BulkFieldsProps {
  form: BulkForm;
  problem: string | undefined;
  onChange: (change: Partial<BulkForm>) => void;
}

/** What to change, and to what. */
export function BulkFields({ form, problem, onChange }: BulkFieldsProps) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label="What to change">
        {(control) => (
          <Select {...control} value={form.what} onChange={(event) => onChange({ what: event.target.value as BulkChange["what"] })}>
            {BULK_CHOICES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ValueFields form={form} problem={problem} onChange={onChange} />
    </div>
  );
}

function ValueFields({ form, problem, onChange }: BulkFieldsProps) {
  switch (form.what) {
    case "memory":
      return <NumberField label="Memory, MB" hint="128 to 10,240." form={form} problem={problem} onChange={onChange} />;
    case "timeout":
      return <NumberField label="Timeout, s" hint="1 to 900." form={form} problem={problem} onChange={onChange} />;
    case "runtime":
      return (
        <Choice label="Runtime" value={form.runtime} options={CREATABLE_RUNTIMES.map((id) => [id, id])} onChange={(runtime) => onChange({ runtime })} />
      );
    case "log_retention":
      return (
        <Choice
          label="Keep logs"
          value={form.days}
          options={[...RETENTION_DAYS.map((days): [string, string] => [String(days), retentionWords(days)]), ["", "for ever"]]}
          onChange={(days) => onChange({ days })}
        />
      );
    case "set_variable":
    case "set_tag":
      return (
        <>
          <KeyField form={form} problem={problem} onChange={onChange} />
          <div className="sm:col-start-2">
            <Field label="Value" hint={form.what === "set_variable" ? "Kept sealed with the record of the change, and never shown." : undefined}>
              {(control) => <Input {...control} autoComplete="off" spellCheck={false} className="font-mono" value={form.value} onChange={(event) => onChange({ value: event.target.value })} />}
            </Field>
          </div>
        </>
      );
    case "remove_variable":
    case "remove_tag":
      return <KeyField form={form} problem={problem} onChange={onChange} />;
  }
}

function NumberField({ label, hint, form, problem, onChange }: BulkFieldsProps & { label: string; hint: string }) {
  return (
    <Field label={label} hint={hint} error={form.number === "" ? undefined : problem}>
      {(control) => <Input {...control} inputMode="numeric" autoComplete="off" value={form.number} onChange={(event) => onChange({ number: event.target.value })} />}
    </Field>
  );
}

function KeyField({ form, problem, onChange }: BulkFieldsProps) {
  const label = form.what.endsWith("tag") ? "Tag key" : "Variable";
  return (
    <Field label={label} error={form.key === "" ? undefined : problem}>
      {(control) => <Input {...control} autoComplete="off" spellCheck={false} className="font-mono" value={form.key} onChange={(event) => onChange({ key: event.target.value })} />}
    </Field>
  );
}

function Choice({ label, value, options, onChange }: { label: string; value: string; options: readonly [string, string][]; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
