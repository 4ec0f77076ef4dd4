"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { undoChangeMutation } from "@/lib/activity/queries";
import type { ChangedField } from "@/lib/activity/schema";
import type { FunctionRef } from "@/lib/functions/queries";
import { undoneSentence } from "./change-words";

/** Takes changes of a function back, and says in a toast what that did. */
export function useUndo(ref: FunctionRef) {
  const mutation = useMutation(undoChangeMutation(ref));
  const undo = async (changeId: string, fields: readonly ChangedField[]) => {
    await mutation.mutateAsync(changeId);
    toast.success("Undone", { description: undoneSentence(fields) });
  };
  return { undo, pending: mutation.isPending, error: mutation.error, reset: mutation.reset };
}
