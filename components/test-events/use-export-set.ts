"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import type { Bench } from "@/components/runs/use-bench";
import { fileNameOf, writeEventSet } from "@/lib/test-events/event-set";
import { testEventSetMutation } from "@/lib/test-events/queries";
import { downloadText } from "./download-text";

/** Downloads the events of the function and the shared ones, or those of the tag that is chosen, as one file. */
export function useExportSet({ ref, tag }: Bench): () => void {
  const set = useMutation(testEventSetMutation(ref));
  return () =>
    set.mutate(
      { tag },
      {
        onSuccess: ({ events }) => downloadText(fileNameOf([ref.name, tag].filter(Boolean).join("-"), "test-events"), writeEventSet(events)),
        onError: (error) => toast.error(error.message),
      },
    );
}
