"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { isAppError } from "@/lib/errors";
import { deleteMappingMutation, removePermissionMutation } from "@/lib/triggers/queries";
import type { Trigger } from "@/lib/triggers/schema";

/** Asks before a mapping or a statement goes, and says what stops then. */
export function RemoveTriggerDialog({ trigger, onClose }: { trigger: Exclude<Trigger, { kind: "url" }>; onClose: () => void }) {
  const ref = useFunctionRef();
  const mapping = useMutation(deleteMappingMutation(ref, trigger.id));
  const permission = useMutation(removePermissionMutation(ref));
  const done = {
    onSuccess: () => toast.success(`${trigger.source} ${trigger.name} is removed`),
    onError: (error: Error) => toast.error(error.message, { description: isAppError(error) ? error.details.hint : undefined }),
  };
  const go = () => {
    onClose();
    if (trigger.kind === "mapping") mapping.mutate(undefined, done);
    else permission.mutate({ statementId: trigger.statement.statementId, qualifier: trigger.qualifier }, done);
  };
  return (
    <AlertDialog
      open
      title={trigger.kind === "mapping" ? `Stop polling ${trigger.name}?` : `Remove the statement ${trigger.statement.statementId}?`}
      description={
        trigger.kind === "mapping"
          ? "The mapping with its filter and batch settings is deleted. Records stay at the source and wait there. For a stream, a new mapping does not know where this one stopped: disable it instead if it shall go on later."
          : `${trigger.source} is no longer let in${trigger.statement.sourceArn ? ` for ${trigger.statement.sourceArn}` : ""}: its invocations are refused from then on.`
      }
      stayLabel="Keep it"
      goLabel="Remove"
      onStay={onClose}
      onGo={go}
    />
  );
}
