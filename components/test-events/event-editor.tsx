"use client";

import { Play } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { formatBytes } from "@/lib/format";
import { findPayloadProblem, payloadLimitBytes } from "@/lib/runs/payload-limit";
import type { RunRequest } from "@/lib/runs/schema";
import { TEST_EVENT_NAME_MAX } from "@/lib/test-events/schema";

const JsonEditor = dynamic(() => import("@/components/ui/json-editor"), { ssr: false, loading: () => <LoadingLines lines={8} /> });

type InvocationType = NonNullable<RunRequest["invocationType"]>;

export function EventEditor({ bench }: { bench: Bench }) {
  const [invocationType, setInvocationType] = useState<InvocationType>("RequestResponse");
  const refusal = useModeRefusal("invoke");
  const { draft, edit, run } = bench;
  const problem = useMemo(() => findPayloadProblem(draft.payload, invocationType), [draft.payload, invocationType]);
  const start = () => {
    if (refusal || run.isPending) return;
    if (problem) toast.error(problem.message);
    else bench.runNow(invocationType);
  };
  return (
    <section aria-label="Event" className="flex min-h-0 min-w-0 flex-col border-b border-line lg:border-b-0">
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <Input
          aria-label="Event name"
          placeholder="Name this event to save it"
          maxLength={TEST_EVENT_NAME_MAX}
          value={draft.name}
          onChange={(event) => edit({ name: event.target.value })}
          className="h-7 min-w-32 flex-1 basis-32 font-medium"
        />
        <Select aria-label="Invocation type" value={invocationType} onChange={(event) => setInvocationType(event.target.value as InvocationType)} className="h-7 w-auto!">
          <option value="RequestResponse">synchronous</option>
          <option value="Event">asynchronous</option>
          <option value="DryRun">dry run</option>
        </Select>
        <Button variant="primary" size="small" disabledReason={refusal} disabled={run.isPending} onClick={start}>
          <Play size={12} aria-hidden /> {run.isPending ? "Running…" : "Run"} <Kbd inverted>⌘↵</Kbd>
        </Button>
      </div>
      <div className="h-80 min-h-0 flex-1 lg:h-[440px]">
        <JsonEditor label="Event JSON" value={draft.payload} onChange={(payload) => edit({ payload })} onSubmit={start} />
      </div>
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-t border-line px-3 py-1.5 text-1 text-muted">
        {problem ? (
          <p role="alert" className="min-w-0 flex-1 basis-40 text-error">
            {problem.message}
          </p>
        ) : (
          <p className="min-w-0 flex-1 basis-40">
            {formatBytes(new TextEncoder().encode(draft.payload).length)} of {formatBytes(payloadLimitBytes(invocationType))}
          </p>
        )}
        <label className="flex items-center gap-1.5">
          <input type="checkbox" checked={draft.shared} onChange={(event) => edit({ shared: event.target.checked })} className="accent-[var(--accent)]" />
          shared by all functions
        </label>
        <SaveButtons bench={bench} invalid={problem?.code === "bad_request"} />
      </div>
    </section>
  );
}

function SaveButtons({ bench, invalid }: { bench: Bench; invalid: boolean }) {
  const { draft, dirty, selected, saving } = bench;
  const reason = !draft.name.trim() ? "Give the event a name first." : invalid ? "Mend the JSON first." : undefined;
  return (
    <>
      {dirty ? (
        <Button variant="quiet" size="small" onClick={bench.discard}>
          Discard
        </Button>
      ) : null}
      <Button size="small" disabled={saving || (selected !== undefined && !dirty)} disabledReason={dirty || !selected ? reason : undefined} onClick={() => void bench.save().catch((error: Error) => toast.error(error.message))}>
        {selected ? "Save" : "Save event"}
      </Button>
    </>
  );
}
