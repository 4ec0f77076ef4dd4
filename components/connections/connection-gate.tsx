"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/layout/states";
import { useConnectionId } from "@/components/layout/view-state";
import { buttonClass } from "@/components/ui/button";
import { connectionListQuery } from "@/lib/connections/queries";

/** Says so when the address names a connection that does not exist; lets the page start meanwhile. */
export function ConnectionGate({ children }: { children: ReactNode }) {
  const id = useConnectionId();
  const { data } = useQuery(connectionListQuery());
  if (!data || data.connections.some((connection) => connection.id === id)) return children;
  return (
    <EmptyState
      page
      title={`There is no connection called “${id}”`}
      action={data.connections.map((connection) => (
        <Link key={connection.id} href={`/${connection.id}/functions`} className={buttonClass()}>
          Open {connection.name}
        </Link>
      ))}
    >
      Connections come from where Warmstart was started: AWS_PROFILE or other variables of AWS make “aws”, warmstart.config.json names others.
    </EmptyState>
  );
}
