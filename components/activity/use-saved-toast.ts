"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { undoChangeMutation } from "@/lib/activity/queries";

/** Says that something was saved, with the way back. */
export function useSavedToast() {
  const ref = useFunctionRef();
  const undo = useMutation(undoChangeMutation(ref));
  return (message: string, changeId: string) =>
    toast.success(message, {
      duration: 8_000,
      action: {
        label: "Undo",
        onClick: () =>
          undo.mutate(changeId, {
            onSuccess: () => toast.success("Taken back"),
            onError: (error) => toast.error(error.message),
          }),
      },
    });
}
