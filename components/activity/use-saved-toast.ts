"use client";

import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import type { ChangedField } from "@/lib/activity/schema";
import { isAppError } from "@/lib/errors";
import { useUndo } from "./use-undo";

/** Says that something was saved, with the way back: at once, as the person has just reviewed the change. */
export function useSavedToast() {
  const { undo } = useUndo(useFunctionRef());
  return (message: string, changeId: string, fields: readonly ChangedField[]) =>
    toast.success(message, {
      duration: 8_000,
      action: { label: "Undo", onClick: () => void undo(changeId, fields).catch(showRefusal) },
    });
}

function showRefusal(error: Error): void {
  toast.error(error.message, { description: isAppError(error) ? error.details.hint : undefined });
}
