"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { isAppError } from "@/lib/errors";
import type { FunctionRef } from "@/lib/functions/queries";
import { deleteFunctionMutation, deletionPreviewQuery, recreateFunctionMutation } from "@/lib/new-functions/queries";

/** Says what goes along and what stays, asks for the name, deletes, and offers the way back. */
export function DeleteDialog({ target, open, onOpenChange }: { target: FunctionRef; open: boolean; onOpenChange: (open: boolean) => void }) {
  const { name, region, connection } = target;
  const router = useRouter();
  const { hrefWithView } = useViewState();
  const [typed, setTyped] = useState("");
  const [withoutCode, setWithoutCode] = useState(false);
  const preview = useQuery({ ...deletionPreviewQuery(target), enabled: open });
  const { mutate, isPending, error, reset } = useMutation(deleteFunctionMutation(target));
  const recreate = useMutation(recreateFunctionMutation(connection));
  const codeNotKept = isAppError(error) && error.code === "conflict" && Boolean((error.details.data as { codeNotKept?: boolean } | undefined)?.codeNotKept);
  const close = () => {
    reset();
    setTyped("");
    setWithoutCode(false);
    onOpenChange(false);
  };
  // The dialog is gone when the toast is clicked: only a promise still tells.
  const bringBack = (changeId: string) =>
    recreate.mutateAsync(changeId).then(
      () => toast.success(`${name} is back`, { description: "With its code, settings, variables, tags and reserved concurrency." }),
      (failure: Error) => toast.error(`${name} could not be made again`, { description: failure.message }),
    );
  const go = () =>
    mutate(
      { confirm: typed, withoutCode },
      {
        onSuccess({ changeId, codeKept }) {
          router.push(hrefWithView(`/${connection}/functions`));
          toast.success(`${name} is deleted`, {
            duration: 20_000,
            description: codeKept ? "Undo makes it again; Activity does so later too." : "Its code was not kept.",
            ...(codeKept ? { action: { label: "Undo", onClick: () => void bringBack(changeId) } } : {}),
          });
        },
      },
    );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={`Delete ${name}`}
      description={`In ${region}.`}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="danger" disabled={isPending || typed !== name || (codeNotKept && !withoutCode)} onClick={go}>
            {isPending ? "Keeping its code, then deleting…" : "Delete"}
          </Button>
        </>
      }
    >
      {preview.isPending ? <LoadingLines lines={5} className="px-0" /> : null}
      {preview.error ? <ErrorState error={preview.error} what="What goes along could not be read" onRetry={preview.refetch} className="px-0" /> : null}
      {preview.data ? (
        <div className="flex flex-col gap-4 text-2">
          <Sentences title="What goes" sentences={preview.data.goes} />
          <Sentences title="What stays" sentences={preview.data.stays} />
        </div>
      ) : null}
      <div className="mt-4">
        <Field label={`Type ${name} to delete it`}>
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} className="font-mono" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
      </div>
      {error ? <ErrorState error={error} what="Not deleted" className="px-0 pb-0" /> : null}
      {codeNotKept ? (
        <label className="mt-3 flex items-center gap-2 text-2">
          <input type="checkbox" className="size-4 accent-[var(--text)]" checked={withoutCode} onChange={(event) => setWithoutCode(event.target.checked)} />
          Delete it without keeping the code; Undo will not be possible
        </label>
      ) : null}
    </Dialog>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-medium">{title}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-4 text-muted">
        {sentences.map((sentence) => (
          <li key={sentence} className="break-words">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
