"use client";

import { useIsFetching, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { refreshMutation } from "@/lib/functions/queries";
import { useConnectionId } from "./view-state";

/** Reads the page's data again, past what the server keeps of functions. Asking again while it runs changes nothing. */
export function useRefresh() {
  const connection = useConnectionId();
  const { mutate, isPending } = useMutation(refreshMutation(connection, useQueryClient()));
  const refreshing = useIsFetching({ queryKey: [connection] }) > 0 || isPending;
  const refresh = useCallback(() => {
    if (!isPending) mutate();
  }, [isPending, mutate]);
  return { refresh, refreshing };
}
