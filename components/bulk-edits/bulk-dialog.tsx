"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useConnectionId } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { bulkPreviewQuery, startBulkEditMutation } from "@/lib/bulk-edits/queries";
import type { BulkChange, Place } from "@/lib/bulk-edits/schema";
import { BulkFields } from "./bulk-fields";
import { EMPTY_BULK_FORM, readBulkForm } from "./bulk-form";
import { BulkPreview } from "./bulk-preview";

/** Edit many functions: choose what, look at what each becomes, start. It goes on in the server, on a page of its own. */
export function BulkDialog({ functions, open, onOpenChange }: { functions: readonly Place[]; open: boolean; onOpenChange: (open: boolean) => void }) {
  const connection = useConnectionId();
  const router = useRouter();
  const [form, setForm] = useState(EMPTY_BULK_FORM);
  const [reviewed, setReviewed] = useState<BulkChange>();
  const read = readBulkForm(form);
  const places = functions.map(({ region, name }) => ({ region, name }));
  const preview = useQuery(bulkPreviewQuery(connection, places, open ? reviewed : undefined));
  const { mutate, isPending, error, reset } = useMutation(startBulkEditMutation(connection));
  const changing = preview.data?.items.filter(({ result }) => result === "changes") ?? [];
  const close = () => {
    setReviewed(undefined);
    setForm(EMPTY_BULK_FORM);
    reset();
    onOpenChange(false);
  };
  const start = () => {
    if (!reviewed) return;
    mutate(
      { id: crypto.randomUUID(), functions: changing.map(({ region, name }) => ({ region, name })), change: reviewed },
      { onSuccess: ({ id }) => router.push(`/${connection}/activity/bulk-edits/${id}`) },
    );
  };
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={functions.length === 1 ? "Edit 1 function" : `Edit ${functions.length.toLocaleString("en")} functions`}
      description="One setting for all. Nothing is changed before you have seen what each becomes."
      footer={
        reviewed ? (
          <>
            <Button onClick={() => setReviewed(undefined)}>Back</Button>
            <Button variant="primary" disabled={isPending || changing.length === 0} onClick={start}>
              {isPending ? "Starting…" : changing.length === 1 ? "Change 1 function" : `Change ${changing.length.toLocaleString("en")} functions`}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" disabled={"problem" in read} onClick={() => "change" in read && setReviewed(read.change)}>
              Preview
            </Button>
          </>
        )
      }
    >
      {reviewed ? null : <BulkFields form={form} problem={"problem" in read ? read.problem : undefined} onChange={(change) => setForm((before) => ({ ...before, ...change }))} />}
      {reviewed && preview.isPending ? <LoadingLines lines={Math.min(functions.length, 8)} className="px-0" /> : null}
      {reviewed && preview.error ? <ErrorState error={preview.error} what="What it would do could not be read" onRetry={preview.refetch} className="px-0" /> : null}
      {reviewed && preview.data ? <BulkPreview items={preview.data.items} /> : null}
      {error ? <ErrorState error={error} what="Not started" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}
