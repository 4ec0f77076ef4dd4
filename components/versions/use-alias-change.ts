"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { isAppError } from "@/lib/errors";
import { updateAliasMutation } from "@/lib/versions/queries";
import type { Alias, AliasTarget } from "@/lib/versions/schema";

/** Moves an alias and says so, with the way back to where it pointed before. */
export function useAliasChange(alias: Alias) {
  const ref = useFunctionRef();
  const mutation = useMutation(updateAliasMutation(ref, alias.name));
  const before: AliasTarget = { version: alias.version, additional: alias.additional, description: alias.description };

  const change = async (target: AliasTarget, done: string): Promise<boolean> => {
    try {
      const { alias: moved } = await mutation.mutateAsync({ revisionId: alias.revisionId, target });
      const undo = () => mutation.mutateAsync({ revisionId: moved.revisionId, target: before }).then(() => toast.success(`${alias.name} is as before again`), showRefusal);
      toast.success(done, { duration: 8_000, action: { label: "Undo", onClick: () => void undo() } });
      return true;
    } catch (error) {
      showRefusal(error);
      return false;
    }
  };
  return { change, pending: mutation.isPending };
}

function showRefusal(error: unknown): void {
  if (isAppError(error)) toast.error(error.message, { description: error.details.hint });
}
