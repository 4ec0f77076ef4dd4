"use client";

import { RotateCcw } from "lucide-react";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field, Input, Select } from "@/components/ui/field";
import { Help } from "@/components/ui/help";
import { priceEffect } from "@/lib/configuration/price-effect";
import { definitionOf, type SettingDefinition } from "@/lib/configuration/setting-definitions";
import { fieldValue } from "./field-words";
import { READ_ONLY_LOOK } from "./read-only-look";
import type { SettingsForm } from "./use-settings-form";

interface SettingInputProps {
  field: string;
  form: SettingsForm;
  readOnly: boolean;
  /** Other label than the setting's own. */
  label?: string;
  /** Names of choices that are typed, for instance runtimes. */
  suggestions?: readonly string[];
  /** Says why it means nothing at present. */
  idle?: string;
}

/** One setting: its value, AWS's limit and default, what it was, and what it costs. */
export function SettingInput({ field, form, readOnly, label, suggestions, idle }: SettingInputProps) {
  const definition = definitionOf(field);
  const { region } = useFunctionRef();
  if (!definition) return null;
  const price = priceEffect(field, form.base, form.present, { region, architecture: form.answer.architecture });
  const changed = form.isChanged(field);
  const name = label ?? (definition.unit ? `${definition.label}, ${definition.unit}` : definition.label);
  const hint = (
    <>
      {idle ?? definition.text}
      {price ? <span className={classNames("mt-0.5 block", changed && "font-medium text-text")}>{price}</span> : null}
    </>
  );
  const aside = (
    <>
      {definition.help ? <Help topic={definition.label}>{definition.help}</Help> : null}
      {changed ? <Former field={field} name={name} form={form} /> : null}
    </>
  );
  return (
    <Field label={name} hint={hint} error={form.problems[field]} aside={aside}>
      {(control) => <Control definition={definition} field={field} form={form} readOnly={readOnly || idle !== undefined} suggestions={suggestions} control={control} />}
    </Field>
  );
}

/** What it is at AWS, and the way back to it. */
function Former({ field, name, form }: { field: string; name: string; form: SettingsForm }) {
  const was = fieldValue(field, form.base[field]);
  return (
    <span className="ml-auto flex min-w-0 items-center gap-0.5 text-1 text-muted">
      <span className="truncate" title={was}>
        was {was.split("\n").join(", ")}
      </span>
      <Button variant="quiet" size="icon" className="size-5!" aria-label={`Take back the edit of ${name}`} title="Take this edit back" onClick={() => form.edit(field, form.base[field] === null || form.base[field] === undefined ? "" : String(form.base[field]))}>
        <RotateCcw size={12} aria-hidden />
      </Button>
    </span>
  );
}

interface ControlProps extends Omit<SettingInputProps, "label" | "idle"> {
  definition: SettingDefinition;
  control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
}

function Control({ definition, field, form, readOnly, suggestions, control }: ControlProps) {
  const text = form.textOf(field);
  const look = classNames(form.isChanged(field) && "bg-accent-soft!", readOnly && READ_ONLY_LOOK);
  if (definition.choices || definition.kind === "switch") {
    const choices = definition.choices ?? [{ value: "true", label: "On" }, { value: "false", label: "Off" }];
    const none = definition.required || (definition.kind === "switch" && text !== "") ? undefined : definition.default === undefined ? "None" : `Not set: ${definition.kind === "switch" ? "off" : definition.default}`;
    return (
      <Select {...control} className={look} disabled={readOnly} value={text} onChange={(event) => form.edit(field, event.target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    );
  }
  if (definition.kind === "list") {
    return (
      <textarea
        {...control}
        rows={Math.min(6, Math.max(2, text.split("\n").length))}
        spellCheck={false}
        readOnly={readOnly}
        value={text}
        placeholder="one a line"
        onChange={(event) => form.edit(field, event.target.value)}
        className={classNames("w-full resize-y rounded-sm border border-line-strong bg-surface px-2.5 py-[5.5px] font-mono text-2 placeholder:text-faint aria-invalid:border-error", look)}
      />
    );
  }
  const list = suggestions ? `${control.id}-list` : undefined;
  return (
    <>
      <Input
        {...control}
        list={list}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={field === "description"}
        inputMode={definition.kind === "number" ? "numeric" : undefined}
        placeholder={definition.required ? undefined : definition.default === undefined ? "none" : `not set: ${definition.default.toLocaleString("en")}`}
        value={text}
        onChange={(event) => form.edit(field, event.target.value)}
        className={classNames(definition.pattern && "font-mono", look)}
      />
      {list ? (
        <datalist id={list}>
          {suggestions?.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      ) : null}
    </>
  );
}
