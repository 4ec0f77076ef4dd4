"use client";

import { ChangeTable } from "@/components/configuration/change-table";
import { ReviewFooter } from "@/components/configuration/review-footer";
import { type VariableRow, VariableTable } from "@/components/configuration/variable-table";
import { ErrorState } from "@/components/layout/states";
import { Dialog } from "@/components/ui/dialog";
import type { Change, ChangedField } from "@/lib/activity/schema";
import { undoFields } from "@/lib/activity/undo-fields";
import { useUndo } from "./use-undo";

/** What taking a change back will do, before it is done. */
export function UndoDialog({ change, open, onOpenChange }: { change: Change; open: boolean; onOpenChange: (open: boolean) => void }) {
  const { undo, pending, error, reset } = useUndo();
  const fields = undoFields(change.fields);
  const settings = fields.filter(({ kind }) => kind === "configuration");
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
      description="An undo is recorded and can itself be undone. All execution environments are replaced, so the next invocations start cold."
      footer={<ReviewFooter label="Undo" busyLabel="Undoing" busy={pending} onBack={close} onGo={() => void go()} />}
    >
      <div className="flex flex-col gap-4">
        {settings.length > 0 ? <ChangeTable changes={settings} /> : null}
        {variables.length > 0 ? <VariableTable rows={variables.map(rowOf)} /> : null}
      </div>
      {error ? <ErrorState error={error} what="Not undone" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

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
