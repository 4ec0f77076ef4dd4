"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { trafficMutation } from "@/lib/local-region/queries";
import { useConnectionId } from "./view-state";

/** Pauses and resumes the sample shop's traffic; a failure is a toast. */
export function useTraffic() {
  const connection = useConnectionId();
  const { mutate, isPending } = useMutation({
    ...trafficMutation(connection, useQueryClient()),
    onError: (error) => toast.error(error.message),
  });
  return { setPaused: mutate, isPending };
}
