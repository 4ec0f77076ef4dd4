"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSavedToast } from "@/components/activity/use-saved-toast";
import { useFunctionRef } from "@/components/layout/view-state";
import { diffConfiguration } from "@/lib/configuration/configuration-diff";
import { planSave, settingsAfter } from "@/lib/configuration/save-plan";
import { saveConfigurationMutation } from "@/lib/configuration/queries";
import { type CallState, type ConfigurationConflict, configurationConflictSchema, type FunctionSettingsAnswer, haltedSaveSchema } from "@/lib/configuration/schema";
import { type Settings, textOfSetting } from "@/lib/configuration/settings";
import { isAppError } from "@/lib/errors";
import { functionDetailQuery } from "@/lib/functions/queries";
import { readDraft, type SettingsDraft, writeDraft } from "./settings-draft";
import { changesOf, problemsOf, reviewOf, withEdit } from "./settings-edits";

/**
 * Form state of the Configuration page. What the person started from stays fixed from the first keystroke on, also in the
 * draft that this browser keeps, so that a change made meanwhile by somebody else is found when saving.
 */
export function useSettingsForm(answer: FunctionSettingsAnswer) {
  const ref = useFunctionRef();
  const savedToast = useSavedToast();
  const [draft, setDraft] = useState<SettingsDraft | undefined>(() => readDraft(ref));
  const [restoredAtMs, setRestoredAtMs] = useState(draft?.savedAtMs);
  const [conflict, setConflict] = useState<ConfigurationConflict>();
  const [halted, setHalted] = useState<CallState[]>();
  const mutation = useMutation(saveConfigurationMutation(ref));
  const accountConcurrencyLimit = useQuery(functionDetailQuery(ref)).data?.accountConcurrencyLimit;

  const base: Settings = draft?.base ?? answer.settings;
  const edits = draft?.edits ?? {};
  const changes = changesOf(base, edits);
  const present = settingsAfter(base, changes);
  const problems = problemsOf(base, edits, accountConcurrencyLimit);

  const keep = (next: SettingsDraft | undefined) => {
    setDraft(next);
    writeDraft(ref, next);
  };
  const edit = (field: string, text: string | null) => {
    const next = withEdit(base, edits, field, text);
    keep(Object.keys(next).length > 0 ? { base, edits: next, savedAtMs: Date.now() } : undefined);
  };
  const reset = () => {
    keep(undefined);
    setRestoredAtMs(undefined);
    setConflict(undefined);
    setHalted(undefined);
    mutation.reset();
  };
  const save = async (from: Settings, to: Settings) => {
    try {
      const result = await mutation.mutateAsync({ base: from, changes: to });
      reset();
      savedToast("Configuration saved", result.changeId, diffConfiguration(from, to));
      return true;
    } catch (error) {
      const data = isAppError(error) ? error.details.data : undefined;
      const isConflict = isAppError(error) && error.code === "revision_conflict";
      const parsed = isConflict ? configurationConflictSchema.safeParse(data) : undefined;
      const calls = isConflict ? undefined : haltedSaveSchema.safeParse(data).data?.calls;
      if (parsed?.success) setConflict(parsed.data);
      setHalted(calls);
      // What is left is resumed from the page, not saved again.
      if (calls?.some(({ state }) => state === "done")) keep(undefined);
      return parsed?.success ?? false;
    }
  };
  // What a conflict says is in its dialog.
  const error = isAppError(mutation.error) && mutation.error.code === "revision_conflict" ? null : mutation.error;
  return {
    answer, base, changes, present, problems, conflict, halted, restoredAtMs,
    dirty: Object.keys(edits).length > 0,
    invalid: Object.keys(problems).length > 0,
    review: reviewOf(base, edits),
    calls: planSave(base, changes),
    textOf: (field: string) => (field in edits ? (edits[field] ?? "") : textOfSetting(present[field])),
    isChanged: (field: string) => (present[field] ?? null) !== (base[field] ?? null),
    isRemoved: (field: string) => edits[field] === null,
    edit, reset, setConflict, save,
    saveChanges: () => save(base, changes),
    forgetHalt: () => {
      setHalted(undefined);
      mutation.reset();
    },
    saving: mutation.isPending,
    error,
  };
}

export type SettingsForm = ReturnType<typeof useSettingsForm>;
