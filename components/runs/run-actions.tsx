"use client";

import { useMutation } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { Button } from "@/components/ui/button";
import type { FunctionRef } from "@/lib/functions/queries";
import { startRunMutation } from "@/lib/runs/queries";
import type { Run } from "@/lib/runs/schema";
import { CopyMenu } from "./copy-menu";
import { SaveEventDialog } from "./save-event-dialog";
import { requestOf } from "./use-runs";

/** What can be done with a run that is there. */
export function RunActions({ functionRef, run }: { functionRef: FunctionRef; run: Run }) {
  const router = useRouter();
  const refusal = useModeRefusal("invoke");
  const start = useMutation(startRunMutation(functionRef));
  const [saving, setSaving] = useState(false);
  const again = () =>
    start.mutate(
      { ...requestOf(run), clickId: crypto.randomUUID() },
      {
        onSuccess: ({ id }) => router.push(`/${functionRef.connection}/runs/${id}`),
        onError: ({ message }) => toast.error(message),
      },
    );
  return (
    <div className="flex flex-wrap gap-2">
      <CopyMenu functionRef={functionRef} run={run} />
      <Button size="small" onClick={() => setSaving(true)}>
        Save as event
      </Button>
      <Button variant="primary" size="small" disabled={start.isPending} disabledReason={refusal} onClick={again}>
        <Play size={12} aria-hidden /> {start.isPending ? "Running…" : "Run again"}
      </Button>
      {saving ? <SaveEventDialog functionRef={functionRef} run={run} onClose={() => setSaving(false)} /> : null}
    </div>
  );
}
