"use client";

import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { formatUsd } from "@/lib/format";
import { Receipt, type ReceiptEntry } from "./receipt";

interface ReceiptButtonProps {
  /** What the figure is of, for instance `checkout, November 2026 so far`. */
  title: string;
  /** Undefined: it has no price, and `notes` says why. */
  amountUsd: number | undefined;
  lines: readonly ReceiptEntry[];
  notes?: readonly string[];
  prices?: { asOf: string; source: string };
  className?: string;
}

/** A dollar figure that opens its receipt. */
export function ReceiptButton({ title, amountUsd, lines, notes, prices, className }: ReceiptButtonProps) {
  const [open, setOpen] = useState(false);
  const text = amountUsd === undefined ? "not priced" : formatUsd(amountUsd);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={`${text}, receipt of ${title}`}
        onClick={() => setOpen(true)}
        className={classNames(
          "tabular-nums underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-current",
          amountUsd === undefined && "text-muted",
          className,
        )}
      >
        {text}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Receipt" description={title} wide>
        {amountUsd === undefined ? (
          <div className="flex flex-col gap-2 text-2">{notes?.map((note) => <p key={note}>{note}</p>)}</div>
        ) : (
          <Receipt lines={lines} totalUsd={amountUsd} caption={`Receipt of ${title}`} notes={notes} prices={prices} />
        )}
      </Dialog>
    </>
  );
}
