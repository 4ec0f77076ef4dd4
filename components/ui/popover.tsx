"use client";

import { Popover as RadixPopover } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface PopoverProps {
  /** The control that opens it; one focusable element. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  className?: string;
  label?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function Popover({ trigger, children, align = "start", className, label, open, onOpenChange }: PopoverProps) {
  return (
    <RadixPopover.Root open={open} onOpenChange={onOpenChange}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className={classNames(
            "appear z-50 max-h-[var(--radix-popover-content-available-height)] max-w-[calc(100vw-24px)] overflow-auto rounded-md border border-line bg-surface p-3 text-2 shadow-card",
            className,
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
