"use client";

import { Play } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useModifierKey } from "@/components/layout/modifier-key";
import { LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { findPayloadProblem } from "@/lib/runs/payload-limit";
import type { RunRequest } from "@/lib/runs/schema";
import { findJsonProblem } from "@/lib/test-events/json-position";
import { TEST_EVENT_NAME_MAX } from "@/lib/test-events/schema";
import { EventFooter } from "./event-footer";

const JsonEditor = dynamic(() => import("@/components/ui/json-editor"), { ssr: false, loading: () => <LoadingLines lines={8} /> });

type InvocationType = NonNullable<RunRequest["invocationType"]>;

/** The chosen event: its name, how to invoke with it, its JSON, and what keeps it from being sent. */
export function EventEditor({ bench }: { bench: Bench }) {
  const [invocationType, setInvocationType] = useState<InvocationType>("RequestResponse");
  const refusal = useModeRefusal("invoke");
  const modifier = useModifierKey();
  const { draft, edit, run } = bench;
  const problem = useMemo(() => findPayloadProblem(draft.payload, invocationType), [draft.payload, invocationType]);
  const start = () => {
    if (refusal || run.isPending) return;
    if (problem) toast.error(problem.message, { description: problem.details.hint });
    else bench.runPayload(draft.payload, invocationType);
  };
  return (
    <section aria-label="Event" className="flex min-h-0 min-w-0 flex-col border-b border-line lg:h-[600px] lg:border-r lg:border-b-0">
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <Input
          aria-label="Event name"
          placeholder="Name, to save it"
          maxLength={TEST_EVENT_NAME_MAX}
          disabled={bench.list.isPending}
          value={draft.name}
          onChange={(event) => edit({ name: event.target.value })}
          className="h-7! min-w-32 flex-1 basis-32 font-medium"
        />
        <div className="flex flex-1 items-center gap-2 sm:flex-none">
          <Select aria-label="Invocation type" disabled={bench.list.isPending} value={invocationType} onChange={(event) => setInvocationType(event.target.value as InvocationType)} className="h-7! w-auto! min-w-0 flex-1">
            <option value="RequestResponse">synchronous</option>
            <option value="Event">asynchronous</option>
            <option value="DryRun">dry run</option>
          </Select>
          <Button variant="primary" size="small" disabledReason={refusal} disabled={run.isPending || bench.list.isPending} onClick={start}>
            <Play size={12} aria-hidden /> {run.isPending ? "Running…" : "Run"} <Kbd inverted>{modifier}↵</Kbd>
          </Button>
        </div>
      </div>
      <div className="h-80 min-h-0 lg:h-auto lg:flex-1">
        {bench.list.isPending ? (
          <LoadingLines lines={8} />
        ) : (
          <JsonEditor key={bench.selectedId} label="Event JSON" value={draft.payload} onChange={(payload) => edit({ payload })} onSubmit={start} findProblem={findJsonProblem} />
        )}
      </div>
      <EventFooter bench={bench} problem={problem} invocationType={invocationType} />
    </section>
  );
}
