"use client";

import { useQuery } from "@tanstack/react-query";
import { ChangeTable } from "@/components/configuration/change-table";
import { ReviewFooter } from "@/components/configuration/review-footer";
import { type VariableRow, VariableTable } from "@/components/configuration/variable-table";
import { ErrorState } from "@/components/layout/states";
import { useConnectionId } from "@/components/layout/view-state";
import { Dialog } from "@/components/ui/dialog";
import { changeQuery } from "@/lib/activity/queries";
import type { ChangedField, ListedChange } from "@/lib/activity/schema";
import { undoFields } from "@/lib/activity/undo-fields";
import { useUndo } from "./use-undo";

/** What taking a change back will do, before it is done; or why that cannot be. */
export function UndoDialog({ change, open, onOpenChange }: { change: ListedChange; open: boolean; onOpenChange: (open: boolean) => void }) {
  const connection = useConnectionId();
  const { undo, pending, error, reset } = useUndo({ connection, region: change.region, name: change.functionName });
  // Asked anew: somebody may have changed it since the list was read.
  const review = useQuery({ ...changeQuery(connection, change.id), enabled: open });
  const refusal = review.data?.undoRefusal;
  const fields = undoFields(change.fields);
  const settings = fields.filter(({ kind }) => kind !== "variable").map((field) => (field.kind === "tag" ? { ...field, field: `Tag ${field.field}` } : field));
  const variables = fields.filter(({ kind }) => kind === "variable");
  const close = () => {
    reset();
    onOpenChange(false);
  };
  const go = () => undo(change.id, change.fields).then(close, () => undefined);
  return (
    <Dialog
      wide={variables.length > 0}
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="Review undo"
      description={`An undo is recorded and can itself be undone.${REPLACES.has(change.kind) ? " All execution environments are replaced, so the next invocations start cold." : ""}`}
      footer={<ReviewFooter label="Undo" busyLabel="Undoing" busy={pending} blocked={review.isPending || refusal !== undefined} onBack={close} onGo={() => void go()} />}
    >
      <div className="flex flex-col gap-4">
        {settings.length > 0 ? <ChangeTable changes={settings} /> : null}
        {variables.length > 0 ? <VariableTable rows={variables.map(rowOf)} /> : null}
      </div>
      {refusal ? (
        <p role="alert" className="mt-4 text-2 text-error">
          This change cannot be undone. {refusal}
        </p>
      ) : null}
      {review.error ? <ErrorState error={review.error} what="It could not be asked whether this can be undone" onRetry={review.refetch} className="px-0 pb-0" /> : null}
      {error ? <ErrorState error={error} what="Not undone" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

/** Kinds whose undo is an UpdateFunctionConfiguration. */
const REPLACES: ReadonlySet<ListedChange["kind"]> = new Set(["configuration", "environment", "undo"]);

function rowOf({ field, action, before, after }: ChangedField): VariableRow {
  switch (action) {
    case "renamed":
      return { name: String(before), change: `renamed to ${after}`, valueWord: "as it is" };
    case "removed":
      return { name: field, change: "removed", valueWord: "–" };
    case "added":
      return { name: field, change: "added again", valueWord: "its former one" };
    case "changed":
      return { name: field, change: "changed", valueWord: "its former one" };
  }
}
