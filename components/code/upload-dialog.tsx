"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ReviewFooter } from "@/components/configuration/review-footer";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { ZIP_MAX_BYTES } from "@/lib/code/entry-problem";
import { deployZipMutation } from "@/lib/code/queries";
import type { Package } from "@/lib/code/schema";
import { isAppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format";
import { toastDeployed } from "./deployed-toast";

/** A zip from this machine: checked by the server before AWS sees it. */
export function UploadDialog({ code, onClose }: { code: Package; onClose: () => void }) {
  const ref = useFunctionRef();
  const [file, setFile] = useState<File>();
  const mutation = useMutation(deployZipMutation(ref));
  const tooLarge = file && file.size > ZIP_MAX_BYTES ? `It has ${formatBytes(file.size)}; Lambda takes 50 MB directly. Put it into S3 and deploy it from there.` : undefined;
  const deploy = (withoutHandler: boolean) =>
    file &&
    mutation.mutate(
      { file, revisionId: code.revisionId, withoutHandler },
      {
        onSuccess: (deployed) => {
          toastDeployed(deployed);
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Upload a zip"
      description="Replaces the whole code of $LATEST. Before AWS gets it, it is unpacked and checked: paths and links that leave it, more than 250 MB, damage."
      footer={file && !tooLarge ? <ReviewFooter label="Deploy" busyLabel="Checking and deploying" busy={mutation.isPending} onBack={onClose} onGo={() => deploy(false)} /> : <Button onClick={onClose}>Cancel</Button>}
    >
      <Field label="Zip file" hint={file ? `${formatBytes(file.size)}; now ${formatBytes(code.codeSizeBytes)}` : "At most 50 MB; files at the top, not inside a folder"} error={tooLarge}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".zip,application/zip"
            className="text-2 file:mr-3 file:h-8 file:rounded-sm file:border file:border-line-strong file:bg-surface file:px-3 file:font-medium"
            onChange={(event) => {
              mutation.reset();
              setFile(event.target.files?.[0]);
            }}
          />
        )}
      </Field>
      {mutation.error ? <ErrorState error={mutation.error} what="Not deployed" className="px-0 pb-0" /> : null}
      {isMissingHandler(mutation.error) ? (
        <Button size="small" variant="danger" className="mt-3" onClick={() => deploy(true)}>
          Deploy it all the same
        </Button>
      ) : null}
    </Dialog>
  );
}

/** The refusal that asks whether a package without the handler's file is meant. */
function isMissingHandler(error: unknown): boolean {
  return isAppError(error) && typeof error.details.data === "object" && error.details.data !== null && "missingHandler" in error.details.data;
}
