"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { ErrorState } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { resumeSaveMutation } from "@/lib/configuration/queries";
import type { FunctionSettingsAnswer } from "@/lib/configuration/schema";
import { formatMoment } from "@/lib/format";
import { CallList } from "./call-list";

/** A save that came to a halt between two calls, and the way on. */
export function UnfinishedSave({ unfinished, refusal }: { unfinished: NonNullable<FunctionSettingsAnswer["unfinished"]>; refusal: string | undefined }) {
  const { mutate, isPending, error } = useMutation(resumeSaveMutation(useFunctionRef()));
  const { changeId, calls, atMs } = unfinished;
  const left = calls.filter(({ state }) => state !== "done").length;
  return (
    <Card className="border-l-4 border-l-accent-fill">
      <section aria-label="A save that is not finished" className="flex flex-col gap-3 px-5 py-4">
        <div className="flex flex-wrap items-start gap-3">
          <div className="min-w-0 flex-1">
            <h2 className="text-3 font-semibold">A save of {formatMoment(atMs)} is not finished</h2>
            <p className="mt-0.5 text-2 text-muted">
              {calls.length - left} of {calls.length} calls {calls.length - left === 1 ? "was" : "were"} made. Go on with the rest, or take back what was made: “Undo” in the list of changes.
            </p>
          </div>
          <Button variant="primary" disabledReason={refusal} disabled={isPending} onClick={() => mutate(changeId, { onSuccess: () => toast.success("Configuration saved", { description: "The calls that were left are made." }) })}>
            {isPending ? "Resuming…" : "Resume"}
          </Button>
        </div>
        <CallList calls={calls} />
        {error ? <ErrorState error={error} what="Not resumed" className="px-0 pb-0" /> : null}
      </section>
    </Card>
  );
}
