"use client";

import { useQuery } from "@tanstack/react-query";
import { useConnectionId } from "@/components/layout/view-state";
import { connectionListQuery } from "@/lib/connections/queries";
import type { Connection, ConnectionMode } from "@/lib/connections/schema";

const RANK: Record<ConnectionMode, number> = { observe: 0, invoke: 1, operate: 2 };

/** The page's connection once the list is here; undefined while loading or when there is none of that name. */
export function useConnection(): Connection | undefined {
  const id = useConnectionId();
  return useQuery(connectionListQuery()).data?.connections.find((connection) => connection.id === id);
}

/** Why the connection's mode forbids something, as a sentence; undefined when it is allowed (or not yet known). */
export function useModeRefusal(needed: Exclude<ConnectionMode, "observe">): string | undefined {
  const connection = useConnection();
  if (!connection || RANK[connection.mode] >= RANK[needed]) return undefined;
  const what = needed === "invoke" ? "Running functions" : "Changing functions";
  return `${what} is off: ${connection.name} is open in ${connection.mode} mode (${connection.modeSource}).`;
}
