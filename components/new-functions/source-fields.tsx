"use client";

import { useId, useState } from "react";
import { Field, Select } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { formatBytes } from "@/lib/format";
import type { FunctionSummary } from "@/lib/functions/schema";
import { UPLOAD_MAX_BYTES } from "@/lib/new-functions/schema";
import { TEMPLATES } from "@/lib/new-functions/templates";
import type { NewFunctionForm } from "./new-function-form";

const SOURCES = [
  { value: "template", label: "Template" },
  { value: "zip", label: "Zip" },
  { value: "copy", label: "Copy of a function" },
] as const;

interface SourceFieldsProps {
  form: NewFunctionForm;
  functions: readonly FunctionSummary[];
  problem: string | undefined;
  onChange: (change: Partial<NewFunctionForm>) => void;
}

/** Where the code comes from. */
export function SourceFields({ form, functions, problem, onChange }: SourceFieldsProps) {
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Segmented label="Code from" value={form.source} options={SOURCES} onChange={(source) => onChange({ source })} />
      </div>
      {form.source === "template" ? <TemplateField form={form} onChange={onChange} /> : null}
      {form.source === "zip" ? <ZipField form={form} problem={problem} onChange={onChange} /> : null}
      {form.source === "copy" ? <CopyFields form={form} functions={functions} problem={problem} onChange={onChange} /> : null}
    </div>
  );
}

function TemplateField({ form, onChange }: Pick<SourceFieldsProps, "form" | "onChange">) {
  const template = TEMPLATES.find(({ id }) => id === form.template) ?? TEMPLATES[0];
  const files = Object.entries(template?.files ?? {});
  return (
    <>
      <Field label="Template" hint={template?.description}>
        {(control) => (
          <Select {...control} value={form.template} onChange={(event) => onChange({ template: event.target.value as NewFunctionForm["template"] })}>
            {TEMPLATES.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {files.map(([path, text]) => (
        <figure key={path} className="overflow-hidden rounded-sm border border-line">
          <figcaption className="border-b border-line bg-sunken px-3 py-1 font-mono text-1 text-muted">{path}</figcaption>
          {/* Long lines scroll: reachable by keyboard. */}
          <pre tabIndex={0} role="region" aria-label={`Source of ${path}`} className="max-h-64 overflow-auto px-3 py-2 font-mono text-1">
            {text}
          </pre>
        </figure>
      ))}
    </>
  );
}

function ZipField({ form, problem, onChange }: Pick<SourceFieldsProps, "form" | "problem" | "onChange">) {
  const [tooLarge, setTooLarge] = useState<string>();
  const choose = async (file: File | undefined) => {
    const large = file !== undefined && file.size > UPLOAD_MAX_BYTES;
    setTooLarge(large ? `${file.name} has ${formatBytes(file.size)}: up to 11 MB can be sent from here.` : undefined);
    onChange({ zip: file && !large ? { name: file.name, sizeBytes: file.size, base64: await base64Of(file) } : undefined });
  };
  return (
    <Field
      label="Zip"
      error={tooLarge ?? problem}
      hint={form.zip ? `${form.zip.name}, ${formatBytes(form.zip.sizeBytes)}` : "Up to 11 MB here, checked before it is sent. For up to 50 MB create the function from a template, then upload on its Code page."}
    >
      {(control) => <input {...control} type="file" accept=".zip,application/zip" className="text-2" onChange={(event) => void choose(event.target.files?.[0])} />}
    </Field>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(new Error("The file cannot be read.")));
    reader.readAsDataURL(file);
  });
}

function CopyFields({ form, functions, problem, onChange }: SourceFieldsProps) {
  const listId = useId();
  const along = [
    ["copyVariables", "Environment variables, with their values"],
    ["copyTags", "Tags"],
    ["copyConcurrency", "Reserved concurrency"],
  ] as const;
  return (
    <>
      <Field label="Function to copy" error={problem} hint="Its code, layers, network, logging and other settings come along. Triggers, versions and aliases do not.">
        {(control) => (
          <Select {...control} value={form.copyOf} onChange={(event) => onChange({ copyOf: event.target.value })}>
            <option value="">Choose…</option>
            {functions.map(({ region, name }) => (
              <option key={`${region}/${name}`} value={`${region}/${name}`}>
                {name} · {region}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset aria-labelledby={listId} className="flex flex-col gap-1.5 text-2">
        <span id={listId} className="font-medium">
          Comes along
        </span>
        {along.map(([field, label]) => (
          <label key={field} className="flex items-center gap-2">
            <input type="checkbox" className="size-4 accent-[var(--text)]" checked={form[field]} onChange={(event) => onChange({ [field]: event.target.checked })} />
            {label}
          </label>
        ))}
      </fieldset>
    </>
  );
}
