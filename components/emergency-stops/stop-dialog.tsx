"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ErrorState, LoadingLines, PolicyStatement } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { startStopMutation, stopPreviewQuery } from "@/lib/emergency-stops/queries";
import type { StopPreview } from "@/lib/emergency-stops/schema";
import type { FunctionRef } from "@/lib/functions/queries";
import { ConsequenceList } from "./consequence-list";

const TIMES = [
  { value: "15", label: "15 min" },
  { value: "60", label: "1 h" },
  { value: "240", label: "4 h" },
  { value: "never", label: "Until I restore it" },
] as const;

type Time = (typeof TIMES)[number]["value"];

/** Says what stopping the function does to each way in, then stops it for a time. */
export function StopDialog({ target, open, onOpenChange }: { target: FunctionRef; open: boolean; onOpenChange: (open: boolean) => void }) {
  const [time, setTime] = useState<Time>("60");
  const preview = useQuery({ ...stopPreviewQuery(target), enabled: open });
  const { mutate, isPending, error, reset } = useMutation(startStopMutation(target));
  const close = () => {
    reset();
    onOpenChange(false);
  };
  const stop = () =>
    mutate(time === "never" ? undefined : Number(time), {
      onSuccess() {
        close();
        toast.success(`${target.name} is stopped`, { description: "AWS rejects every invocation. The banner at the top takes it back." });
      },
    });
  const stopped = preview.data?.reservedConcurrency === 0;
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={`Stop ${target.name}`}
      description="Sets the reserved concurrency to 0: AWS rejects every invocation of every version at once. What runs now runs to its end."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="danger" disabled={isPending || preview.isPending || stopped} onClick={stop}>
            {isPending ? "Stopping…" : "Stop now"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <section aria-label="What each way in does">
          <h3 className="mb-1.5 text-2 font-medium">What each way in does meanwhile</h3>
          {preview.isPending ? <LoadingLines lines={4} className="px-0" /> : null}
          {preview.error ? <ErrorState error={preview.error} what="What it would do could not be read" onRetry={preview.refetch} className="px-0" /> : null}
          {preview.data ? <ConsequenceList consequences={preview.data.consequences} /> : null}
          {preview.data ? <Unread problems={preview.data.problems} /> : null}
        </section>
        <section aria-label="For how long">
          <h3 className="mb-1.5 text-2 font-medium">Restored by itself after</h3>
          <Segmented label="Restored by itself after" value={time} options={TIMES} onChange={setTime} />
          <p className="mt-1.5 text-1 text-muted">
            {backWords(preview.data)} {time === "never" ? "" : "Should Warmstart not run then, it does so as soon as it is started again. A value that somebody sets meanwhile is left alone."}
          </p>
        </section>
      </div>
      {stopped ? <p role="alert" className="mt-3 text-2 text-error">Its reserved concurrency is 0 already.</p> : null}
      {error ? <ErrorState error={error} what="Not stopped" className="px-0 pb-0" /> : null}
    </Dialog>
  );
}

function backWords(preview: StopPreview | undefined): string {
  if (!preview) return "";
  const { reservedConcurrency } = preview;
  return reservedConcurrency === undefined ? "Then it shares the account's concurrency again, as it does now." : `Then its reserved concurrency is ${reservedConcurrency} again, as it is now.`;
}

function Unread({ problems }: { problems: StopPreview["problems"] }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="mt-3 flex flex-col gap-2 text-2">
      <p className="text-accent">Some ways in could not be read and may be missing above.</p>
      {problems.map((problem) => (
        <div key={problem.message}>
          <p>{problem.message}</p>
          {problem.iamAction ? <PolicyStatement action={problem.iamAction} resource={problem.iamResource} /> : null}
        </div>
      ))}
    </div>
  );
}
