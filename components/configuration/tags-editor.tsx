"use client";

import { Plus, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/field";
import { findSettingProblem } from "@/lib/configuration/setting-problems";
import { tagKeyOf } from "@/lib/configuration/setting-definitions";
import { sortedFields } from "@/lib/configuration/settings";
import { READ_ONLY_LOOK } from "./read-only-look";
import type { SettingsForm } from "./use-settings-form";

const ROW = "grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_32px] items-center gap-2 py-1.5";

/** Tags of the function; those of AWS's own tools are shown and not edited. */
export function TagsEditor({ form, readOnly }: { form: SettingsForm; readOnly: boolean }) {
  const fields = sortedFields(new Set([...Object.keys(form.base), ...Object.keys(form.present)])).filter((field) => tagKeyOf(field) !== undefined);
  return (
    <div className="max-w-3xl">
      {fields.length === 0 ? <p className="pb-2 text-2 text-muted">None. At most 50; they also sort AWS's bill, once they are activated there.</p> : null}
      <ul aria-label="Tags">
        {fields.map((field) => (
          <TagRow key={field} field={field} form={form} readOnly={readOnly} />
        ))}
      </ul>
      {readOnly ? null : <NewTag fields={fields} form={form} />}
    </div>
  );
}

function TagRow({ field, form, readOnly }: { field: string; form: SettingsForm; readOnly: boolean }) {
  const key = tagKeyOf(field) ?? "";
  const foreign = key.startsWith("aws:");
  const fixed = readOnly || foreign;
  if (form.isRemoved(field)) {
    return (
      <li className={ROW}>
        <del className="col-span-2 truncate font-mono text-2 text-muted">{key}</del>
        <Button variant="quiet" size="icon" aria-label={`Keep tag ${key}`} title="Keep" onClick={() => form.edit(field, String(form.base[field] ?? ""))}>
          <RotateCcw size={14} aria-hidden />
        </Button>
      </li>
    );
  }
  const problem = form.problems[field];
  return (
    <li className={ROW}>
      <span className="truncate font-mono text-2" title={foreign ? `${key}: set by AWS` : key}>
        {key}
      </span>
      <Input aria-label={`Value of tag ${key}`} aria-invalid={problem ? true : undefined} readOnly={fixed} value={form.textOf(field)} onChange={(event) => form.edit(field, event.target.value)} className={classNames(form.isChanged(field) && "bg-accent-soft!", fixed && READ_ONLY_LOOK)} />
      {fixed ? <span /> : (
        <Button variant="quiet" size="icon" aria-label={`Remove tag ${key}`} title="Remove" onClick={() => form.edit(field, null)}>
          <Trash2 size={14} aria-hidden />
        </Button>
      )}
      {problem ? (
        <p role="alert" className="col-span-3 text-1 text-error">
          {problem}
        </p>
      ) : null}
    </li>
  );
}

function NewTag({ fields, form }: { fields: readonly string[]; form: SettingsForm }) {
  const [key, setKey] = useState("");
  const [value, setValue] = useState("");
  const field = `tag:${key.trim()}`;
  const taken = fields.includes(field) && !form.isRemoved(field);
  const problem = key === "" ? undefined : taken ? `There is already a tag ${key.trim()}.` : findSettingProblem(field, value);
  const add = () => {
    if (key.trim() === "" || problem) return;
    form.edit(field, value);
    setKey("");
    setValue("");
  };
  const addOnEnter = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <div className={ROW}>
      <Input aria-label="Key of the new tag" aria-invalid={problem ? true : undefined} placeholder="key" className="font-mono" autoComplete="off" value={key} onChange={(event) => setKey(event.target.value)} onKeyDown={addOnEnter} />
      <Input aria-label="Value of the new tag" placeholder="value" autoComplete="off" value={value} onChange={(event) => setValue(event.target.value)} onKeyDown={addOnEnter} />
      <Button variant="quiet" size="icon" aria-label="Add the tag" title="Add" disabled={key.trim() === "" || problem !== undefined} onClick={add}>
        <Plus size={14} aria-hidden />
      </Button>
      {problem ? (
        <p role="alert" className="col-span-3 text-1 text-error">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
