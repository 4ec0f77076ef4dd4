"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { findSecretHint } from "@/lib/configuration/secret-hint";
import type { Addition } from "./environment-edits";
import { KeyInput } from "./key-input";
import type { EnvironmentFormState } from "./use-environment-form";
import { ValueInput } from "./value-input";
import { VARIABLE_ROW } from "./variable-row";

/** A variable that is not saved yet. */
export function AdditionRow({ addition, form }: { addition: Addition; form: EnvironmentFormState }) {
  const { id, key, value } = addition;
  const named = key || "the new variable";
  return (
    <li className={classNames(VARIABLE_ROW, "bg-accent-soft")}>
      <KeyInput label="Name of the new variable" value={key} problem={key === "" ? undefined : form.problems.get(id)} hint={findSecretHint(key, value)} takesFocus={key === ""} onChange={(next) => form.editAddition(id, { key: next })} />
      <ValueInput aria-label={`Value of ${named}`} placeholder="value" value={value} onChange={(event) => form.editAddition(id, { value: event.target.value })} />
      <div className="flex h-8 items-center justify-end">
        <Button variant="quiet" size="icon" aria-label={`Remove ${named}`} title="Remove" onClick={() => form.removeAddition(id)}>
          <Trash2 size={14} aria-hidden />
        </Button>
      </div>
    </li>
  );
}
