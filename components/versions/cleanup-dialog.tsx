"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { ErrorState, LoadingLines, PolicyStatement } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatBytes, formatDateTime } from "@/lib/format";
import { cleanUpMutation, cleanupQuery } from "@/lib/versions/queries";
import type { Cleanup } from "@/lib/versions/schema";

/** Proposes versions that nothing references, with the proof; deletes the ticked ones. */
export function CleanupDialog({ onClose }: { onClose: () => void }) {
  const ref = useFunctionRef();
  const { data, error, isFetching, refetch } = useQuery(cleanupQuery(ref));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const refusal = useModeRefusal("operate");
  const mutation = useMutation(cleanUpMutation(ref));
  const chosen = (data?.deletable ?? []).filter(({ version }) => !left.has(version));
  const bytes = chosen.reduce((sum, { codeSizeBytes }) => sum + codeSizeBytes, 0);
  const toggle = (version: string) => setLeft(new Set(left.has(version) ? [...left].filter((each) => each !== version) : [...left, version]));
  const go = () =>
    mutation.mutate(chosen.map(({ version }) => version), {
      onSuccess: ({ deleted, failed, reclaimedBytes }) => {
        if (failed.length > 0) {
          toast.warning(`${deleted.length} deleted, ${failed.length} kept`, { description: failed.map(({ version, message }) => `Version ${version}: ${message}`).join(" ") });
          return;
        }
        toast.success(`${deleted.length} ${deleted.length === 1 ? "version" : "versions"} deleted, ${formatBytes(reclaimedBytes)} freed`);
        onClose();
      },
    });
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title="Clean up versions"
      description="Only versions that nothing refers to. A deleted version cannot be brought back, and its number is never given again."
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {data && data.deletable.length > 0 ? (
            <Button variant="danger" disabledReason={refusal} disabled={chosen.length === 0 || mutation.isPending || isFetching} onClick={go}>
              {mutation.isPending ? "Deleting…" : `Delete ${chosen.length} ${chosen.length === 1 ? "version" : "versions"}, free ${formatBytes(bytes)}`}
            </Button>
          ) : null}
        </>
      }
    >
      {error && !data ? <ErrorState error={error} what="It could not be worked out" onRetry={refetch} className="px-0" /> : null}
      {!data && !error ? <LoadingLines lines={5} className="px-0" /> : null}
      {data ? <Plan plan={data} left={left} onToggle={toggle} /> : null}
      {mutation.error ? <ErrorState error={mutation.error} what="Nothing more was deleted" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

function Plan({ plan, left, onToggle }: { plan: Cleanup; left: ReadonlySet<string>; onToggle: (version: string) => void }) {
  return (
    <div className="flex flex-col gap-5 text-2">
      {plan.unread.map(({ what, message, iamAction }) => (
        <div key={what} role="alert" className="flex flex-col gap-2">
          <p><b className="font-medium text-error">{what} could not be read, so nothing is proposed.</b> {message}</p>
          {iamAction ? <PolicyStatement action={iamAction} /> : null}
        </div>
      ))}
      {plan.unread.length === 0 ? (
        <section>
          <h3 className="mb-1 font-medium">{plan.deletable.length === 0 ? "Nothing to delete: something refers to every version." : "Nothing refers to these"}</h3>
          <ul>
            {plan.deletable.map(({ version, description, codeSizeBytes, lastModifiedMs }) => (
              <li key={version} className="border-b border-grid last:border-0">
                <label className="flex items-baseline gap-3 py-1.5">
                  <input type="checkbox" checked={!left.has(version)} onChange={() => onToggle(version)} className="accent-accent-fill" />
                  <span className="font-mono font-medium">{version}</span>
                  <span className="min-w-0 flex-1 truncate text-muted">{description || "no description"}</span>
                  <span className="text-muted max-sm:hidden">{formatDateTime(lastModifiedMs)}</span>
                  <span className="figures">{formatBytes(codeSizeBytes)}</span>
                </label>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h3 className="mb-1 font-medium">Looked at</h3>
        <ul className="grid gap-x-6 text-muted sm:grid-cols-2">
          {plan.proof.map(({ what, found }) => (
            <li key={what} className="flex justify-between gap-3 py-0.5"><span>{what}</span><span className="figures">{found}</span></li>
          ))}
        </ul>
        <p className="mt-1 text-1 text-muted">Callers of other accounts that use a version&apos;s number without having invoked it in {plan.quietDays} days cannot be seen.</p>
      </section>
      <section>
        <h3 className="mb-1 font-medium">Kept</h3>
        <ul>
          {plan.kept.map(({ version, reasons }) => (
            <li key={version} className="flex gap-3 border-b border-grid py-1.5 last:border-0"><span className="w-10 font-mono font-medium">{version}</span><span className="min-w-0 flex-1 text-muted">{reasons.join("; ")}</span></li>
          ))}
        </ul>
      </section>
    </div>
  );
}
