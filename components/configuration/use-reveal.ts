"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { revealVariableMutation } from "@/lib/configuration/queries";

/** A variable's value as long as it is looked at; undefined while it is hidden. */
export function useReveal(key: string) {
  const ref = useFunctionRef();
  const [value, setValue] = useState<string>();
  const mutation = useMutation(revealVariableMutation(ref));
  const toggle = () => {
    if (value !== undefined) {
      setValue(undefined);
      mutation.reset();
      return;
    }
    mutation.mutate(key, { onSuccess: (answer) => setValue(answer.value), onError: (error) => toast.error(error.message) });
  };
  return { value, toggle, pending: mutation.isPending };
}
