"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { ReviewFooter } from "@/components/configuration/review-footer";
import { Dialog } from "@/components/ui/dialog";
import { deployFilesMutation } from "@/lib/code/queries";
import { toastDeployed } from "./deployed-toast";
import type { CodeEditsState } from "./use-code-edits";

const CodeDiff = dynamic(() => import("./code-diff"), { ssr: false, loading: () => <LoadingLines lines={4} /> });

/** Shows each edited file as a diff, then deploys them together. */
export function DeployDialog({ state, onClose }: { state: CodeEditsState; onClose: () => void }) {
  const ref = useFunctionRef();
  const mutation = useMutation(deployFilesMutation(ref));
  const { edits, base } = state;
  const deploy = () =>
    mutation.mutate(
      { revisionId: base.revisionId, codeSha256: base.codeSha256, files: [...edits.texts].map(([path, text]) => ({ path, text })), removed: [...edits.removed] },
      {
        onSuccess: (deployed) => {
          state.reset();
          toastDeployed(deployed);
          onClose();
        },
      },
    );
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onClose()}
      title="Review and deploy"
      description="One call: UpdateFunctionCode of $LATEST. Everything else in the package stays as it is; the next invocations start cold."
      footer={<ReviewFooter label="Deploy" busyLabel="Deploying" busy={mutation.isPending} onBack={onClose} onGo={deploy} />}
    >
      <ul className="flex flex-col gap-4">
        {[...edits.texts].map(([path, text]) => (
          <li key={path} className="overflow-hidden rounded-sm border border-line">
            <h3 className="flex items-baseline gap-2 border-b border-line bg-sunken px-3 py-1.5 text-2">
              <span className="min-w-0 flex-1 truncate font-mono">{path}</span>
              <span className="text-1 text-muted">{edits.originals.has(path) ? "edited" : "new"}</span>
            </h3>
            <CodeDiff path={path} left={(edits.originals.get(path) ?? "").replaceAll("\r\n", "\n")} right={text} leftName="$LATEST" rightName="your edit" />
          </li>
        ))}
        {[...edits.removed].map((path) => (
          <li key={path} className="flex items-baseline gap-2 rounded-sm border border-line px-3 py-1.5 text-2">
            <span className="min-w-0 flex-1 truncate font-mono line-through">{path}</span>
            <span className="text-1 text-muted">removed</span>
          </li>
        ))}
      </ul>
      {mutation.error ? <ErrorState error={mutation.error} what="Not deployed" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}
