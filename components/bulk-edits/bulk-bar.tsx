"use client";

import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { Button } from "@/components/ui/button";
import { BULK_LIMIT, type Place } from "@/lib/bulk-edits/schema";
import { BulkDialog } from "./bulk-dialog";

/** How many functions are chosen, and what can be done with them. */
export function BulkBar({ functions, onClear }: { functions: readonly Place[]; onClear: () => void }) {
  const refusal = useModeRefusal("operate");
  const [open, setOpen] = useState(false);
  const count = functions.length;
  if (count === 0) return null;
  const tooMany = count > BULK_LIMIT ? `At most ${BULK_LIMIT} functions are edited at once.` : undefined;
  return (
    <div role="region" aria-label="Chosen functions" className="mb-2 flex flex-wrap items-center gap-2 rounded-md border border-line bg-accent-soft px-3 py-1.5 text-2">
      <p role="status" className="mr-auto font-medium">
        {count === 1 ? "1 function chosen" : `${count.toLocaleString("en")} functions chosen`}
      </p>
      <Button size="small" disabledReason={refusal ?? tooMany} onClick={() => setOpen(true)}>
        Edit {count === 1 ? "it" : "them"}…
      </Button>
      <Button size="small" variant="quiet" onClick={onClear}>
        Clear choice
      </Button>
      <BulkDialog functions={functions} open={open} onOpenChange={setOpen} />
    </div>
  );
}
