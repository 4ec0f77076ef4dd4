"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSavedToast } from "@/components/activity/use-saved-toast";
import { useFunctionRef } from "@/components/layout/view-state";
import { ENVIRONMENT_MAX_BYTES } from "@/lib/configuration/environment-rules";
import { saveEnvironmentMutation } from "@/lib/configuration/queries";
import { type Environment, type EnvironmentConflict, environmentConflictSchema } from "@/lib/configuration/schema";
import { isAppError } from "@/lib/errors";
import { changedFields, environmentChanges, type EnvironmentEdits, keyProblems, NO_EDITS, rebaseEdits, sizeAfter, updateOf, type VariableEdit, withVariables } from "./environment-edits";

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

  const touched = edits.byKey.size > 0 || edits.additions.length > 0;
  const base = touched ? (started ?? present) : present;
  const changes = environmentChanges(edits);
  const totalBytes = sizeAfter(base, edits);
  const problems = keyProblems(base, edits);

  const change = (next: EnvironmentEdits) => {
    setStarted(base);
    setEdits(next);
  };
  const editVariable = (key: string, edit: VariableEdit) => change({ ...edits, byKey: new Map(edits.byKey).set(key, { ...edits.byKey.get(key), ...edit }) });
  const restore = (key: string) => change({ ...edits, byKey: new Map([...edits.byKey].filter(([other]) => other !== key)) });
  const add = (variables: readonly { key: string; value: string }[]) => change(withVariables(base, edits, variables, () => crypto.randomUUID()));
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
      savedToast("Environment saved", result.changeId, changedFields(changes));
      return true;
    } catch (error) {
      const parsed = isAppError(error) && error.code === "revision_conflict" ? environmentConflictSchema.safeParse(error.details.data) : undefined;
      if (parsed?.success) setConflict(parsed.data);
      return false;
    }
  };
  /** Goes on from the state that a conflict showed: edits of the named keys are dropped, the others kept. */
  const rebase = (dropped: ReadonlySet<string>) => {
    if (!conflict) return;
    setEdits(rebaseEdits(edits, conflict.current, dropped));
    setStarted(conflict.current);
    setConflict(undefined);
    mutation.reset();
  };
  /** Leaves the edits as they are, on the version that the person saw. */
  const postpone = () => {
    setConflict(undefined);
    mutation.reset();
  };
  return {
    base, edits, changes, totalBytes, problems, conflict, replace: change, editVariable, restore, add, editAddition, removeAddition, reset, save, rebase, postpone,
    tooLarge: totalBytes > ENVIRONMENT_MAX_BYTES,
    saving: mutation.isPending,
    error: conflict ? null : mutation.error,
  };
}

export type EnvironmentFormState = ReturnType<typeof useEnvironmentForm>;
