"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/field";
import { qualifierOf } from "@/lib/configuration/setting-definitions";
import { sortedFields } from "@/lib/configuration/settings";
import { qualifierListQuery } from "@/lib/setting-choices/queries";
import { SettingInput } from "./setting-input";
import type { SettingsForm } from "./use-settings-form";

/** Provisioned concurrency of each version or alias that has some, and of one more. */
export function ProvisionedEditor({ form, readOnly }: { form: SettingsForm; readOnly: boolean }) {
  const fields = sortedFields(new Set([...Object.keys(form.base), ...Object.keys(form.present)])).filter((field) => qualifierOf(field) !== undefined);
  const [adding, setAdding] = useState(false);
  return (
    <div className="mt-5">
      <h3 className="text-2 font-medium">Provisioned concurrency</h3>
      <p className="mt-0.5 text-1 text-muted">Environments that are kept initialized, on a version or an alias, not on both. Up to that many run without a cold start.</p>
      {fields.map((field) => (
        <ProvisionedRow key={field} field={field} form={form} readOnly={readOnly} />
      ))}
      {adding ? <AddRow taken={fields} onAdd={(qualifier) => form.edit(`provisioned:${qualifier}`, "1")} onDone={() => setAdding(false)} /> : null}
      {adding ? null : (
        <Button size="small" className="mt-3" disabled={readOnly} onClick={() => setAdding(true)}>
          <Plus size={13} aria-hidden /> Add provisioned concurrency
        </Button>
      )}
    </div>
  );
}

function ProvisionedRow({ field, form, readOnly }: { field: string; form: SettingsForm; readOnly: boolean }) {
  const qualifier = qualifierOf(field) ?? "";
  const status = form.answer.provisioned.find((config) => config.qualifier === qualifier)?.status;
  if (form.present[field] === null) {
    return (
      <p className="mt-3 flex items-center gap-2 text-2">
        <del className="text-muted">{qualifier}</del>
        <Button variant="quiet" size="small" onClick={() => form.edit(field, String(form.base[field] ?? ""))}>
          <RotateCcw size={13} aria-hidden /> Keep
        </Button>
      </p>
    );
  }
  return (
    <div className="mt-3 flex max-w-xl items-start gap-2">
      <div className="min-w-0 flex-1">
        <SettingInput field={field} form={form} readOnly={readOnly} label={`Provisioned for ${qualifier}`} />
      </div>
      <div className="mt-[23px] flex h-8 items-center gap-2">
        {status ? <Chip tone={status === "FAILED" ? "error" : status === "IN_PROGRESS" ? "warm" : "neutral"}>{STATUS[status] ?? status}</Chip> : null}
        <Button variant="quiet" size="icon" aria-label={`Remove provisioned concurrency of ${qualifier}`} title="Remove" disabled={readOnly} onClick={() => form.edit(field, null)}>
          <Trash2 size={14} aria-hidden />
        </Button>
      </div>
    </div>
  );
}

const STATUS: Readonly<Record<string, string>> = { READY: "ready", IN_PROGRESS: "being allocated", FAILED: "failed" };

function AddRow({ taken, onAdd, onDone }: { taken: readonly string[]; onAdd: (qualifier: string) => void; onDone: () => void }) {
  const { data, error, isPending } = useQuery(qualifierListQuery(useFunctionRef()));
  const free = (qualifier: string) => !taken.includes(`provisioned:${qualifier}`);
  const aliases = data?.aliases.filter(({ name }) => free(name)) ?? [];
  const versions = data?.versions.filter(free) ?? [];
  const nothing = data && aliases.length + versions.length === 0;
  return (
    <div className="mt-3 flex max-w-xl flex-wrap items-center gap-2 text-2">
      {isPending ? <span className="text-muted">Reading versions and aliases…</span> : null}
      {error ? <span className="text-error">The versions cannot be read: {error.message}</span> : null}
      {nothing ? <span className="text-muted">There is no published version or alias to set it on. Publish one first: $LATEST cannot have it.</span> : null}
      {data && !nothing ? (
        <Select
          aria-label="Version or alias"
          className="max-w-64"
          value=""
          onChange={(event) => {
            onAdd(event.target.value);
            onDone();
          }}
        >
          <option value="">Choose a version or alias</option>
          {aliases.map(({ name, version }) => (
            <option key={name} value={name}>
              {name} (alias of version {version})
            </option>
          ))}
          {versions.map((version) => (
            <option key={version} value={version}>
              version {version}
            </option>
          ))}
        </Select>
      ) : null}
      <Button variant="quiet" size="small" onClick={onDone}>
        Cancel
      </Button>
    </div>
  );
}
