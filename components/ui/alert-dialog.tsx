"use client";

import { AlertDialog as RadixAlertDialog } from "radix-ui";
import { buttonClass } from "./button";

interface AlertDialogProps {
  open: boolean;
  title: string;
  description: string;
  stayLabel: string;
  /** The choice that loses something. */
  goLabel: string;
  onStay: () => void;
  onGo: () => void;
}

/** A question that must be answered: Escape and the first button are the safe answer. */
export function AlertDialog({ open, title, description, stayLabel, goLabel, onStay, onGo }: AlertDialogProps) {
  return (
    <RadixAlertDialog.Root open={open} onOpenChange={(next) => !next && onStay()}>
      <RadixAlertDialog.Portal>
        <RadixAlertDialog.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/.35)]" />
        <RadixAlertDialog.Content className="appear fixed top-[18vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-md -translate-x-1/2 rounded-md border border-line bg-surface shadow-card">
          <div className="px-5 py-4">
            <RadixAlertDialog.Title className="text-4 font-semibold tracking-tight">{title}</RadixAlertDialog.Title>
            <RadixAlertDialog.Description className="mt-1 text-2 text-muted">{description}</RadixAlertDialog.Description>
          </div>
          <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            <RadixAlertDialog.Cancel className={buttonClass("secondary")}>{stayLabel}</RadixAlertDialog.Cancel>
            <RadixAlertDialog.Action className={buttonClass("danger")} onClick={onGo}>
              {goLabel}
            </RadixAlertDialog.Action>
          </div>
        </RadixAlertDialog.Content>
      </RadixAlertDialog.Portal>
    </RadixAlertDialog.Root>
  );
}
