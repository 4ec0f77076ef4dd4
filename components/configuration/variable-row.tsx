"use client";

import { Eye, EyeOff, RotateCcw, Trash2 } from "lucide-react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { findSecretHint } from "@/lib/configuration/secret-hint";
import type { Environment } from "@/lib/configuration/schema";
import { KeyInput } from "./key-input";
import type { EnvironmentFormState } from "./use-environment-form";
import { useReveal } from "./use-reveal";
import { ValueInput } from "./value-input";

/** Columns of a variable's row; the name takes a line of its own where it is narrow. */
export const VARIABLE_ROW = "grid grid-cols-[minmax(0,1fr)_auto] gap-2 border-b border-grid px-4 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_100px]";

interface VariableRowProps {
  variable: Environment["variables"][number];
  form: EnvironmentFormState;
  /** Why nothing may be changed. */
  refusal: string | undefined;
}

/** One variable. Its value is on the page only after “Reveal”, and gone with “Hide”. */
export function VariableRow({ variable, form, refusal }: VariableRowProps) {
  const { key, valueBytes } = variable;
  const edit = form.edits.byKey.get(key);
  const reveal = useReveal(key);
  const readOnly = refusal !== undefined;
  if (edit?.removed) {
    return (
      <li className={VARIABLE_ROW}>
        <del className="truncate font-mono text-2 leading-8 text-muted sm:col-span-2">{key}</del>
        <Button variant="quiet" size="small" className="self-center justify-self-end" onClick={() => form.restore(key)}>
          <RotateCcw size={13} aria-hidden /> Keep
        </Button>
      </li>
    );
  }
  const type = (value: string) => form.editVariable(key, { value: value === reveal.value ? undefined : value });
  const changed = edit !== undefined && (edit.value !== undefined || (edit.newKey !== undefined && edit.newKey !== key));
  return (
    <li className={classNames(VARIABLE_ROW, changed && "bg-accent-soft")}>
      <KeyInput label={`Name of ${key}`} value={edit?.newKey ?? key} problem={form.problems.get(key)} hint={edit?.value === undefined ? variable.secretHint : findSecretHint(edit.newKey ?? key, edit.value)} readOnly={readOnly} onChange={(newKey) => form.editVariable(key, { newKey })} />
      <ValueInput
        aria-label={`Value of ${key}`}
        readOnly={readOnly}
        value={edit?.value ?? reveal.value ?? ""}
        placeholder={edit?.value === "" ? "(empty)" : `•••••••• ${valueBytes.toLocaleString("en")} bytes`}
        onChange={(event) => type(event.target.value)}
      />
      <div className="flex h-8 items-center justify-end">
        {changed ? (
          <Button variant="quiet" size="icon" aria-label={`Undo edit of ${key}`} title="Undo this edit" onClick={() => form.restore(key)}>
            <RotateCcw size={14} aria-hidden />
          </Button>
        ) : null}
        <RevealButton name={key} reveal={reveal} />
        <Button variant="quiet" size="icon" aria-label={`Remove ${key}`} title={refusal ? undefined : "Remove"} disabledReason={refusal} onClick={() => form.editVariable(key, { removed: true })}>
          <Trash2 size={14} aria-hidden />
        </Button>
      </div>
    </li>
  );
}

function RevealButton({ name, reveal }: { name: string; reveal: ReturnType<typeof useReveal> }) {
  const refusal = useModeRefusal("invoke");
  const hidden = reveal.value === undefined;
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={hidden ? `Reveal ${name}` : `Hide ${name}`}
      title={refusal ? undefined : hidden ? "Reveal (kept in the list of changes)" : "Hide"}
      disabled={reveal.pending}
      disabledReason={refusal}
      onClick={reveal.toggle}
    >
      {hidden ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
    </Button>
  );
}
