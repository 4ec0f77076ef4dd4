"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import type { FunctionRef } from "@/lib/functions/queries";
import type { Run } from "@/lib/runs/schema";
import { createTestEventMutation } from "@/lib/test-events/queries";
import { kindsOfSecrets } from "@/lib/test-events/redact-event";
import { findNameProblem } from "@/lib/test-events/schema";

const LIST = new Intl.ListFormat("en");

/** Keeps what a run was sent as a test event. */
export function SaveEventDialog({ functionRef, run, onClose }: { functionRef: FunctionRef; run: Run; onClose: () => void }) {
  const [name, setName] = useState(run.testEventName ? `${run.testEventName} again`.slice(0, 80) : "");
  const [shared, setShared] = useState(false);
  const create = useMutation(createTestEventMutation(functionRef));
  const kinds = useMemo(() => kindsOfSecrets(run.payload), [run.payload]);
  const problem = name === "" ? undefined : findNameProblem(name);
  const save = () => {
    const { payload, invocationType, clientContext = "" } = run;
    create.mutate(
      { name, payload, invocationType, clientContext, shared },
      {
        onSuccess: (event) => {
          onClose();
          const href = `/${functionRef.connection}/functions/${functionRef.region}/${functionRef.name}/test?event=${event.id}`;
          toast.success(<Link href={href}>Saved “{event.name}”. Open it</Link>);
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Save as test event"
      description={`What this run was sent, for ${functionRef.name}.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={name.trim() === "" || problem !== undefined || create.isPending} onClick={save}>
            {create.isPending ? "Saving…" : "Save event"}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Name" error={problem ?? create.error?.message}>
          {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <label className="flex items-center gap-1.5 text-2">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} className="accent-[var(--accent)]" />
          shared by all functions
        </label>
        {kinds.length > 0 ? <p className="text-2 text-accent">It is kept as it was sent, with what looks like {LIST.format(kinds)}. To replace that first, paste the event under Import → A failure.</p> : null}
      </form>
    </Dialog>
  );
}
