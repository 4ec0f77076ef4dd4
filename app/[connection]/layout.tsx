import type { ReactNode } from "react";
import { ConnectionGate } from "@/components/connections/connection-gate";
import { AppShell } from "@/components/layout/app-shell";

export default function ConnectionLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell>
      <ConnectionGate>{children}</ConnectionGate>
    </AppShell>
  );
}
