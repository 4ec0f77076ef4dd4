"use client";

import { useMutation } from "@tanstack/react-query";
import { Eye, EyeOff, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/field";
import { revealVariableMutation } from "@/lib/configuration/queries";
import type { Environment } from "@/lib/configuration/schema";
import type { Addition } from "./environment-edits";
import type { EnvironmentFormState } from "./use-environment-form";

const ROW = "grid grid-cols-[minmax(0,1fr)_auto] gap-2 border-b border-grid px-4 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto]";

interface VariableRowProps {
  variable: Environment["variables"][number];
  form: EnvironmentFormState;
  readOnly: boolean;
}

/** One variable. Its value is on the page only after “Reveal”, and gone with “Hide”. */
export function VariableRow({ variable, form, readOnly }: VariableRowProps) {
  const { key, valueBytes } = variable;
  const edit = form.edits.byKey[key];
  const problem = form.problems.get(key);
  const reveal = useReveal(key);
  const shown = edit?.value ?? reveal.value;
  if (edit?.removed) {
    return (
      <li className={ROW}>
        <del className="truncate font-mono text-2 leading-8 text-muted sm:col-span-2">{key}</del>
        <Button variant="quiet" size="small" className="self-center" onClick={() => form.restore(key)}>
          <RotateCcw size={13} aria-hidden /> Keep
        </Button>
      </li>
    );
  }
  return (
    <li className={classNames(ROW, edit && "bg-accent-soft")}>
      <div className="col-span-2 sm:col-span-1">
        <Input aria-label={`Name of ${key}`} aria-invalid={problem ? true : undefined} readOnly={readOnly} spellCheck={false} value={edit?.newKey ?? key} onChange={(event) => form.editVariable(key, { newKey: event.target.value })} className="font-mono" />
        {problem ? <p role="alert" className="mt-1 text-1 text-error">{problem}</p> : null}
      </div>
      <Input
        aria-label={`Value of ${key}`}
        readOnly={readOnly}
        spellCheck={false}
        autoComplete="off"
        value={shown ?? ""}
        placeholder={`•••••••• ${valueBytes.toLocaleString("en")} bytes`}
        onChange={(event) => form.editVariable(key, { value: event.target.value })}
        className="font-mono"
      />
      <div className="flex items-center">
        <Button variant="quiet" size="icon" aria-label={reveal.value === undefined ? `Reveal ${key}` : `Hide ${key}`} title={reveal.value === undefined ? "Reveal (kept in the list of changes)" : "Hide"} disabled={reveal.pending} onClick={reveal.toggle}>
          {reveal.value === undefined ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
        </Button>
        {edit ? (
          <Button variant="quiet" size="icon" aria-label={`Undo edit of ${key}`} title="Undo this edit" onClick={() => form.restore(key)}>
            <RotateCcw size={14} aria-hidden />
          </Button>
        ) : null}
        <Button variant="quiet" size="icon" aria-label={`Remove ${key}`} title="Remove" disabled={readOnly} onClick={() => form.editVariable(key, { removed: true })}>
          <Trash2 size={14} aria-hidden />
        </Button>
      </div>
    </li>
  );
}

function useReveal(key: string) {
  const ref = useFunctionRef();
  const [value, setValue] = useState<string>();
  const mutation = useMutation(revealVariableMutation(ref));
  const toggle = () => {
    if (value !== undefined) return setValue(undefined);
    mutation.mutate(key, { onSuccess: (answer) => setValue(answer.value), onError: (error) => toast.error(error.message) });
  };
  return { value, toggle, pending: mutation.isPending };
}

export function AdditionRow({ addition, form }: { addition: Addition; form: EnvironmentFormState }) {
  const problem = form.problems.get(addition.id);
  return (
    <li className={classNames(ROW, "bg-accent-soft")}>
      <div className="col-span-2 sm:col-span-1">
        <Input aria-label="Name of the new variable" placeholder="NAME" autoFocus={addition.key === ""} aria-invalid={problem && addition.key !== "" ? true : undefined} spellCheck={false} value={addition.key} onChange={(event) => form.editAddition(addition.id, { key: event.target.value })} className="font-mono" />
        {problem && addition.key !== "" ? <p role="alert" className="mt-1 text-1 text-error">{problem}</p> : null}
      </div>
      <Input aria-label={`Value of ${addition.key || "the new variable"}`} placeholder="value" spellCheck={false} autoComplete="off" value={addition.value} onChange={(event) => form.editAddition(addition.id, { value: event.target.value })} className="font-mono" />
      <Button variant="quiet" size="icon" className="self-center" aria-label={`Remove ${addition.key || "the new variable"}`} onClick={() => form.removeAddition(addition.id)}>
        <Trash2 size={14} aria-hidden />
      </Button>
    </li>
  );
}
