"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { restorePlanQuery, restoreSettingsMutation } from "@/lib/configuration/queries";
import { formatMoment } from "@/lib/format";
import { ChangeTable } from "./change-table";
import { ReviewFooter } from "./review-footer";

/** Goes back to the settings before a change, over all later ones, in one change of its own. */
export function RestoreButton({ changeId, atMs }: { changeId: string; atMs: number }) {
  const refusal = useModeRefusal("operate");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" size="small" disabledReason={refusal} title="Go back to the settings before this change" aria-label={`Go back to the settings before ${formatMoment(atMs)}`} onClick={() => setOpen(true)}>
        <History size={13} aria-hidden /> Back to before
      </Button>
      {open ? <RestoreDialog changeId={changeId} atMs={atMs} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RestoreDialog({ changeId, atMs, onClose }: { changeId: string; atMs: number; onClose: () => void }) {
  const ref = useFunctionRef();
  const { data, error, isFetching, refetch } = useQuery(restorePlanQuery(ref, changeId));
  const restore = useMutation(restoreSettingsMutation(ref));
  const go = () =>
    restore.mutate(changeId, {
      onSuccess: () => {
        toast.success("Settings brought back", { description: `As they were before ${formatMoment(atMs)}.` });
        onClose();
      },
    });
  return (
    <Dialog
      open
      wide
      onOpenChange={(next) => !next && onClose()}
      title="Go back to an earlier state"
      description={`The settings as they were before ${formatMoment(atMs)}. Later changes of them are taken back too; variables stay as they are.`}
      footer={<ReviewFooter label="Go back" busyLabel="Going back" busy={restore.isPending} blocked={isFetching || !data || data.refusal !== undefined} onBack={onClose} onGo={go} />}
    >
      {!data && !error ? <LoadingLines lines={3} className="p-0" /> : null}
      {error && !data ? <ErrorState error={error} what="It could not be asked what would change" onRetry={refetch} className="px-0" /> : null}
      {data && data.fields.length > 0 ? <ChangeTable changes={data.fields} /> : null}
      {data?.refusal ? (
        <p role="alert" className="text-2 text-error">
          That state cannot be brought back. {data.refusal}
        </p>
      ) : null}
      {restore.error ? <ErrorState error={restore.error} what="Not brought back" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}
