"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { publishMutation } from "@/lib/versions/queries";
import { LATEST, type VersionList } from "@/lib/versions/schema";

/** Publishes `$LATEST` as it was seen: code and settings are frozen under the next number. */
export function PublishDialog({ list, onClose }: { list: VersionList; onClose: () => void }) {
  const ref = useFunctionRef();
  const [description, setDescription] = useState("");
  const mutation = useMutation(publishMutation(ref));
  const latest = list.versions.find(({ version }) => version === LATEST);
  const publish = () =>
    mutation.mutate(
      { description, codeSha256: latest?.codeSha256 ?? "", revisionId: list.revisionId },
      {
        onSuccess: ({ version, created }) => {
          if (created) toast.success(`Version ${version} is published`);
          else toast.info(`Nothing has changed since version ${version}`, { description: "AWS makes no second version of the same code and settings." });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Publish a version"
      description="Freezes code and settings of $LATEST under the next number. Aliases stay where they are."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={mutation.isPending} onClick={publish}>
            {mutation.isPending ? "Publishing…" : "Publish"}
          </Button>
        </>
      }
    >
      <Field label="Description" hint="What is new, in a few words; at most 256 characters">
        {(control) => <Input {...control} value={description} maxLength={256} onChange={(event) => setDescription(event.target.value)} />}
      </Field>
      {mutation.error ? <ErrorState error={mutation.error} what="Not published" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}
