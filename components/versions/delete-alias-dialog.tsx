"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { createAliasMutation, deleteAliasMutation } from "@/lib/versions/queries";
import type { Alias } from "@/lib/versions/schema";

/** Asks before an alias goes: whoever calls it by name is refused from then on. Its target can be given back. */
export function DeleteAliasDialog({ alias, onClose }: { alias: Alias; onClose: () => void }) {
  const ref = useFunctionRef();
  const removal = useMutation(deleteAliasMutation(ref, alias.name));
  const creation = useMutation(createAliasMutation(ref));
  const { name, version, additional, description } = alias;
  const restore = () =>
    creation.mutate({ name, target: { version, additional, description } }, { onSuccess: () => toast.success(`${name} is back`), onError: (error) => toast.error(error.message) });
  const go = () => {
    onClose();
    removal.mutate(undefined, {
      onSuccess: () => toast.success(`${name} is deleted`, { duration: 8_000, action: { label: "Undo", onClick: restore } }),
      onError: (error) => toast.error(error.message),
    });
  };
  return (
    <AlertDialog
      open
      title={`Delete the alias ${name}?`}
      description="Whoever calls the function by this name is refused from then on. What was set on the alias goes with it: its URL, its policy, its provisioned concurrency and its event source mappings. Undo makes the alias again, not those."
      stayLabel="Keep it"
      goLabel="Delete"
      onStay={onClose}
      onGo={go}
    />
  );
}
