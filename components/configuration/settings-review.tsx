"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Dialog } from "@/components/ui/dialog";
import { detectManagement } from "@/lib/configuration/management";
import { functionDetailQuery } from "@/lib/functions/queries";
import { CallList } from "./call-list";
import { ChangeTable } from "./change-table";
import { ManagementWarning } from "./management-warning";
import { ReviewFooter } from "./review-footer";
import type { SettingsForm } from "./use-settings-form";

interface SettingsReviewProps {
  form: SettingsForm;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The diff and the calls before saving; after a halt, what was made and what was not. */
export function SettingsReview({ form, open, onOpenChange }: SettingsReviewProps) {
  const tags = useQuery(functionDetailQuery(useFunctionRef())).data?.tags;
  const { halted } = form;
  const close = () => {
    form.forgetHalt();
    onOpenChange(false);
  };
  const save = async () => {
    if (await form.saveChanges()) onOpenChange(false);
  };
  // After a halt in the middle the page has the way on.
  const begun = halted?.some(({ state }) => state === "done");
  return (
    <Dialog
      open={open}
      wide={form.review.length > 3 || form.review.some(({ after, before }) => String(after ?? before).length > 40)}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={begun ? "Saved in part" : "Review changes"}
      description={begun ? "What was made stays. The page offers to go on or to take it back." : sentenceOf(form)}
      footer={begun ? null : <ReviewFooter label="Save" busyLabel="Saving" busy={form.saving} onBack={close} onGo={() => void save()} />}
    >
      <div className="flex flex-col gap-4">
        <ManagementWarning management={detectManagement(tags)} />
        {form.present.urlAuthType === "NONE" && form.isChanged("urlAuthType") ? (
          <p className="text-2 text-muted">A public URL answers only once the resource policy has two statements for it, lambda:InvokeFunctionUrl and lambda:InvokeFunction, for everybody. They are not part of this save.</p>
        ) : null}
        {begun ? null : <ChangeTable changes={form.review} />}
        <CallList calls={halted ?? form.calls} busy={form.saving} />
      </div>
      {form.error ? <ErrorState error={form.error} what={begun ? "Not everything was saved" : "Not saved"} className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

function sentenceOf({ calls }: SettingsForm): string {
  const count = calls.length === 1 ? `One call: ${calls[0]?.operation}.` : `${calls.length} calls, in this order. A save that is interrupted can be resumed.`;
  const cold = calls.some(({ operation }) => operation === "UpdateFunctionConfiguration");
  return cold ? `${count} All execution environments are replaced, so the next invocations start cold.` : count;
}
