"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { leaveFor } from "@/components/layout/leave-guard";
import { useConnectionId } from "@/components/layout/view-state";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";
import { connectionListQuery } from "@/lib/connections/queries";
import type { Connection } from "@/lib/connections/schema";

/** Which way into AWS the page looks through. */
export function ConnectionPicker() {
  const router = useRouter();
  const current = useConnectionId();
  const { data } = useQuery(connectionListQuery());
  const chosen = data?.connections.find(({ id }) => id === current);
  if (!data) return <Skeleton className="h-12 w-full" />;
  return (
    <Menu
      className="w-64"
      trigger={
        <button
          type="button"
          className="flex w-full items-center justify-between gap-2 rounded-md border border-line bg-surface px-2.5 py-1.5 text-left text-2 hover:border-line-strong"
        >
          <span className="min-w-0">
            <span className="block truncate font-medium">{chosen?.name ?? current}</span>
            <span className="block truncate text-1 text-muted">{chosen ? subtitle(chosen) : "unknown connection"}</span>
          </span>
          <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-faint" />
        </button>
      }
    >
      <MenuLabel>Connections</MenuLabel>
      {data.connections.map((connection) => (
        <MenuItem key={connection.id} onSelect={() => leaveFor(`/${connection.id}/functions`, () => router.push(`/${connection.id}/functions`))}>
          <span className="min-w-0 flex-1">
            <span className="block truncate">{connection.name}</span>
            <span className="block truncate text-1 text-muted">{subtitle(connection)}</span>
          </span>
          {connection.id === current ? <Check size={14} aria-label="chosen" /> : null}
        </MenuItem>
      ))}
    </Menu>
  );
}

function subtitle(connection: Connection): string {
  if (connection.problem) return "does not work";
  const account = connection.accountId ?? "account unknown";
  return connection.kind === "local" ? `${account} · practice` : `${account} · ${connection.mode}`;
}
