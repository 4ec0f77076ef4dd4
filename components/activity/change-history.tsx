"use client";

import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { RestoreButton } from "@/components/configuration/restore-button";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { changeListQuery } from "@/lib/activity/queries";
import type { Change } from "@/lib/activity/schema";
import { formatDateTime } from "@/lib/format";
import { changeLine, KIND_WORDS } from "./change-words";
import { UndoDialog } from "./undo-dialog";

/** What was changed from Warmstart, newest first, each with its way back. */
export function ChangeHistory() {
  const ref = useFunctionRef();
  const { data, error, isPending, refetch } = useQuery(changeListQuery(ref));
  return (
    <Card>
      <h2 className="border-b border-line px-4 py-2.5 text-1 text-muted">Changes made from Warmstart</h2>
      {isPending ? <LoadingLines lines={3} /> : null}
      {error && !data ? <ErrorState error={error} what="The changes could not be read" onRetry={refetch} /> : null}
      {data?.changes.length === 0 ? <EmptyState title="Nothing changed from here yet">Each change is kept with its before and after, and can be undone.</EmptyState> : null}
      <ul className="max-h-[560px] overflow-auto">
        {data?.changes.map((change) => (
          <ChangeItem key={change.id} change={change} />
        ))}
      </ul>
    </Card>
  );
}

function ChangeItem({ change }: { change: Change }) {
  return (
    <li className="flex items-start gap-3 border-b border-grid px-4 py-2.5 text-2 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-1.5">
          <span className="font-medium">{KIND_WORDS[change.kind]}</span>
          <span className="text-1 text-muted">{formatDateTime(change.atMs)}</span>
          {change.status === "failed" ? <Chip tone="error">failed</Chip> : null}
          {change.status === "intended" ? <Chip tone="warm">outcome unknown</Chip> : null}
          {change.undoneBy ? <Chip>undone</Chip> : null}
        </p>
        <ul className="mt-0.5 text-muted">
          {change.fields.map((field) => (
            <li key={`${field.kind} ${field.field}`} className="break-words">
              {change.kind === "reveal" ? field.field : changeLine(field, change.status)}
            </li>
          ))}
        </ul>
        {change.error ? <p className="mt-0.5 text-error">{change.error}</p> : null}
        {change.status === "done" && !change.undoable && change.fields.every(({ kind }) => kind === "configuration") ? <RestoreButton changeId={change.id} atMs={change.atMs} /> : null}
      </div>
      {change.kind === "reveal" || change.status !== "done" || change.undoneBy ? null : <UndoButton change={change} />}
    </li>
  );
}

function UndoButton({ change }: { change: Change }) {
  const refusal = useModeRefusal("operate");
  const [reviewing, setReviewing] = useState(false);
  return (
    <>
      <Button size="small" disabledReason={refusal ?? (change.undoable ? undefined : (change.undoRefusal ?? "This change cannot be undone."))} onClick={() => setReviewing(true)}>
        <Undo2 size={13} aria-hidden /> Undo
      </Button>
      <UndoDialog change={change} open={reviewing} onOpenChange={setReviewing} />
    </>
  );
}
