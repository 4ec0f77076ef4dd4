"use client";

import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useSavedToast } from "@/components/activity/use-saved-toast";
import { useFunctionRef } from "@/components/layout/view-state";
import { CONFIGURATION_FIELDS, diffConfiguration } from "@/lib/configuration/configuration-diff";
import { FIELD_LIMITS, findFieldProblem } from "@/lib/configuration/limits";
import { saveConfigurationMutation } from "@/lib/configuration/queries";
import { type ConfigurationConflict, configurationConflictSchema, type ConfigurationField, type ConfigurationFields } from "@/lib/configuration/schema";
import { isAppError } from "@/lib/errors";
import type { FunctionDetail } from "@/lib/functions/schema";

type Texts = Record<ConfigurationField, string>;

/**
 * Form state of the configuration. What the person started from stays fixed from the first keystroke on, so that a
 * change made meanwhile by somebody else is found when saving and not silently taken over.
 */
export function useConfigurationForm(detail: FunctionDetail) {
  const ref = useFunctionRef();
  const savedToast = useSavedToast();
  const [started, setStarted] = useState<{ revisionId: string; base: ConfigurationFields; texts: Texts }>();
  const [conflict, setConflict] = useState<ConfigurationConflict>();
  const mutation = useMutation(saveConfigurationMutation(ref));

  const base = useMemo(() => started?.base ?? fieldsOf(detail), [started, detail]);
  const texts = started?.texts ?? textsOf(base);
  const problems = Object.fromEntries(
    CONFIGURATION_FIELDS.map((field) => [field, texts[field] === String(base[field]) ? undefined : findFieldProblem(field, texts[field])]),
  ) as Partial<Texts>;
  const invalid = Object.values(problems).some((problem) => problem !== undefined);
  const changes = invalid ? [] : diffConfiguration(base, valuesOf(texts));
  const dirty = CONFIGURATION_FIELDS.some((field) => texts[field] !== String(base[field]));

  const edit = (field: ConfigurationField, text: string) =>
    setStarted({ revisionId: started?.revisionId ?? detail.revisionId, base, texts: { ...texts, [field]: text } });
  const reset = () => {
    setStarted(undefined);
    setConflict(undefined);
    mutation.reset();
  };
  const save = async (revisionId: string, from: Partial<ConfigurationFields>, to: Partial<ConfigurationFields>) => {
    try {
      const result = await mutation.mutateAsync({ revisionId, base: from, changes: to });
      reset();
      savedToast("Configuration saved", result.changeId, diffConfiguration(from, to));
      return true;
    } catch (error) {
      const parsed = isAppError(error) && error.code === "revision_conflict" ? configurationConflictSchema.safeParse(error.details.data) : undefined;
      if (parsed?.success) setConflict(parsed.data);
      return parsed?.success ?? false;
    }
  };
  const saveChanges = () => {
    const wanted = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
    return save(started?.revisionId ?? detail.revisionId, base, wanted);
  };
  // What a conflict says is in its dialog.
  const error = isAppError(mutation.error) && mutation.error.code === "revision_conflict" ? null : mutation.error;
  return { base, texts, problems, invalid, changes, dirty, edit, reset, saveChanges, save, conflict, setConflict, saving: mutation.isPending, error };
}

function fieldsOf(detail: FunctionDetail): ConfigurationFields {
  const { memoryMb, timeoutSeconds, ephemeralStorageMb, handler = "", description } = detail;
  return { memoryMb, timeoutSeconds, ephemeralStorageMb, handler, description };
}

function textsOf(fields: ConfigurationFields): Texts {
  return Object.fromEntries(CONFIGURATION_FIELDS.map((field) => [field, String(fields[field])])) as Texts;
}

function valuesOf(texts: Texts): ConfigurationFields {
  return Object.fromEntries(CONFIGURATION_FIELDS.map((field) => [field, FIELD_LIMITS[field].min === undefined ? texts[field] : Number(texts[field])])) as ConfigurationFields;
}
