"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useConnectionId } from "@/components/layout/view-state";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { deleteSuiteMutation, saveSuiteMutation } from "@/lib/suites/queries";
import type { Suite, SuiteInput } from "@/lib/suites/schema";
import { RunControls } from "./run-controls";
import { SuiteDialog } from "./suite-dialog";

/** Name, description, and what can be done with the whole suite. */
export function SuiteHeader({ suite }: { suite: Suite }) {
  const connection = useConnectionId();
  const save = useMutation(saveSuiteMutation(connection, suite.id));
  const [open, setOpen] = useState<"edit" | "delete">();
  const edit = (input: SuiteInput) => save.mutate({ ...input, baseUpdatedAtMs: suite.updatedAtMs }, { onSuccess: () => setOpen(undefined) });
  return (
    <div className="mb-5 flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-5 font-semibold tracking-tight break-words">{suite.name}</h1>
        {suite.description ? <p className="mt-1 text-3 break-words text-muted">{suite.description}</p> : null}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <RunControls suite={suite} />
        <Menu
          align="end"
          trigger={
            <Button size="icon" aria-label="More for this suite">
              <Ellipsis size={15} aria-hidden />
            </Button>
          }
        >
          <MenuItem
            onSelect={() => {
              save.reset();
              setOpen("edit");
            }}
          >
            Rename or describe
          </MenuItem>
          <MenuItem danger onSelect={() => setOpen("delete")}>
            Delete
          </MenuItem>
        </Menu>
      </div>
      <SuiteDialog open={open === "edit"} onOpenChange={() => setOpen(undefined)} title="Rename or describe" label="Save" initial={suite} busy={save.isPending} error={save.error} onSubmit={edit} />
      <DeleteQuestion suite={suite} open={open === "delete"} onClose={() => setOpen(undefined)} />
    </div>
  );
}

function DeleteQuestion({ suite, open, onClose }: { suite: Suite; open: boolean; onClose: () => void }) {
  const connection = useConnectionId();
  const router = useRouter();
  const remove = useMutation(deleteSuiteMutation(connection));
  return (
    <AlertDialog
      open={open}
      title={`Delete “${suite.name}”?`}
      description="Its list of events and its results go. The events themselves stay, and each run stays in its function's history."
      stayLabel="Keep it"
      goLabel="Delete"
      onStay={onClose}
      onGo={() => remove.mutate(suite.id, { onSuccess: () => router.push(`/${connection}/tests`) })}
    />
  );
}
