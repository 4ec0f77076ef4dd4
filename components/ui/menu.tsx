"use client";

import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { PortalRegion } from "./portal-region";

const ITEM = "flex items-center gap-2 rounded-sm px-2 py-1.5 text-2 outline-none select-none data-[highlighted]:bg-sunken data-[disabled]:opacity-50";

export function Menu({ trigger, children, align = "start", className }: { trigger: ReactNode; children: ReactNode; align?: "start" | "end"; className?: string }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <PortalRegion label="Choices">
          <DropdownMenu.Content
            align={align}
            sideOffset={6}
            collisionPadding={12}
            className={classNames("appear z-50 max-h-96 min-w-44 overflow-auto rounded-md border border-line bg-surface p-1 shadow-card", className)}
          >
            {children}
          </DropdownMenu.Content>
        </PortalRegion>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuItem({ children, onSelect, danger, disabled }: { children: ReactNode; onSelect: () => void; danger?: boolean; disabled?: boolean }) {
  return (
    <DropdownMenu.Item disabled={disabled} onSelect={onSelect} className={classNames(ITEM, danger && "text-error")}>
      {children}
    </DropdownMenu.Item>
  );
}

/** Stays open, so that several can be ticked. */
export function MenuCheckbox({ children, checked, onChange }: { children: ReactNode; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={ITEM}
    >
      <span aria-hidden className="flex size-4 items-center justify-center rounded-[4px] border border-line-strong">
        <DropdownMenu.ItemIndicator>
          <Check size={12} />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
    </DropdownMenu.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 py-1 text-1 text-muted">{children}</DropdownMenu.Label>;
}
