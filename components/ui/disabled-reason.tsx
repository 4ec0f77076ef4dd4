"use client";

import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { PortalRegion } from "./portal-region";

/** Shows why the control inside cannot be used; reachable by keyboard, as the control stays focusable. */
export function DisabledReason({ reason, children }: { reason: string; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <PortalRegion label="Reason">
          <Tooltip.Content
            sideOffset={6}
            className="appear z-50 max-w-72 rounded-sm border border-line bg-surface px-2.5 py-1.5 text-2 text-text shadow-card"
          >
            {reason}
          </Tooltip.Content>
        </PortalRegion>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
