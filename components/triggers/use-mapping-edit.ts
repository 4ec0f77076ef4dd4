"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { isAppError } from "@/lib/errors";
import { updateMappingMutation } from "@/lib/triggers/queries";
import type { MappingEdit, Trigger } from "@/lib/triggers/schema";

/** Changes a mapping and says so, with the way back. */
export function useMappingEdit({ mapping }: Extract<Trigger, { kind: "mapping" }>) {
  const ref = useFunctionRef();
  const mutation = useMutation(updateMappingMutation(ref, mapping.id));
  const edit = async (wanted: MappingEdit, done: string): Promise<boolean> => {
    const before: MappingEdit = {
      ...(wanted.enabled === undefined ? {} : { enabled: !wanted.enabled }),
      ...(wanted.batchSize === undefined ? {} : { batchSize: mapping.batchSize }),
      ...(wanted.windowSeconds === undefined ? {} : { windowSeconds: mapping.windowSeconds ?? 0 }),
      ...(wanted.maximumConcurrency === undefined ? {} : { maximumConcurrency: mapping.maximumConcurrency ?? null }),
      ...(wanted.filters === undefined ? {} : { filters: mapping.filters }),
      ...(wanted.onFailureArn === undefined ? {} : { onFailureArn: mapping.onFailureArn ?? "" }),
    };
    try {
      await mutation.mutateAsync(wanted);
      const undo = () => mutation.mutateAsync(before).then(() => toast.success("It is as before again"), showRefusal);
      toast.success(done, { duration: 8_000, action: { label: "Undo", onClick: () => void undo() } });
      return true;
    } catch (error) {
      showRefusal(error);
      return false;
    }
  };
  return { edit, pending: mutation.isPending };
}

function showRefusal(error: unknown): void {
  if (isAppError(error)) toast.error(error.message, { description: error.details.hint });
}
