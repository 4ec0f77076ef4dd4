"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSavedToast } from "@/components/activity/use-saved-toast";
import { useFunctionRef } from "@/components/layout/view-state";
import { ENVIRONMENT_MAX_BYTES } from "@/lib/configuration/environment-rules";
import { saveEnvironmentMutation } from "@/lib/configuration/queries";
import { type Environment, type EnvironmentConflict, environmentConflictSchema } from "@/lib/configuration/schema";
import { isAppError } from "@/lib/errors";
import { environmentChanges, type EnvironmentEdits, keyProblems, NO_EDITS, sizeAfter, updateOf, type VariableEdit } from "./environment-edits";

/**
 * Form state of the environment. From the first edit on it stays on the version that the person saw; a conflict
 * moves it to the present one, with the edits kept.
 */
export function useEnvironmentForm(present: Environment) {
  const ref = useFunctionRef();
  const savedToast = useSavedToast();
  const [started, setStarted] = useState<Environment>();
  const [edits, setEdits] = useState<EnvironmentEdits>(NO_EDITS);
  const [conflict, setConflict] = useState<EnvironmentConflict>();
  const mutation = useMutation(saveEnvironmentMutation(ref));

  const base = started ?? present;
  const changes = environmentChanges(edits);
  const totalBytes = sizeAfter(base, edits);
  const problems = keyProblems(base, edits);

  const change = (next: EnvironmentEdits) => {
    setStarted(base);
    setEdits(next);
  };
  const editVariable = (key: string, edit: VariableEdit) => change({ ...edits, byKey: { ...edits.byKey, [key]: { ...edits.byKey[key], ...edit } } });
  const restore = (key: string) => {
    const { [key]: _edit, ...others } = edits.byKey;
    change({ ...edits, byKey: others });
  };
  const add = (variables: readonly { key: string; value: string }[]) => {
    const known = new Set(base.variables.map(({ key }) => key));
    const byKey = { ...edits.byKey };
    const additions = [...edits.additions];
    for (const { key, value } of variables) {
      if (known.has(key)) byKey[key] = { ...byKey[key], removed: false, value };
      else additions.push({ id: crypto.randomUUID(), key, value });
    }
    change({ byKey, additions });
  };
  const editAddition = (id: string, edit: { key?: string; value?: string }) =>
    change({ ...edits, additions: edits.additions.map((addition) => (addition.id === id ? { ...addition, ...edit } : addition)) });
  const removeAddition = (id: string) => change({ ...edits, additions: edits.additions.filter((addition) => addition.id !== id) });
  const reset = () => {
    setStarted(undefined);
    setEdits(NO_EDITS);
    setConflict(undefined);
    mutation.reset();
  };
  const save = async () => {
    try {
      const result = await mutation.mutateAsync(updateOf(base, edits));
      reset();
      savedToast("Environment saved", result.changeId);
      return true;
    } catch (error) {
      const parsed = isAppError(error) && error.code === "revision_conflict" ? environmentConflictSchema.safeParse(error.details.data) : undefined;
      if (parsed?.success) setConflict(parsed.data);
      return parsed?.success ?? false;
    }
  };
  /** Goes on from the present state: edits of the named keys are dropped, the others kept. */
  const rebase = (dropped: ReadonlySet<string>) => {
    if (!conflict) return;
    setEdits({
      byKey: Object.fromEntries(Object.entries(edits.byKey).filter(([key]) => !dropped.has(key))),
      additions: edits.additions.filter(({ key }) => !dropped.has(key)),
    });
    setStarted(conflict.current);
    setConflict(undefined);
    mutation.reset();
  };
  return {
    base, edits, changes, totalBytes, problems, conflict, editVariable, restore, add, editAddition, removeAddition, reset, save, rebase,
    tooLarge: totalBytes > ENVIRONMENT_MAX_BYTES,
    saving: mutation.isPending,
    error: conflict ? null : mutation.error,
  };
}

export type EnvironmentFormState = ReturnType<typeof useEnvironmentForm>;
