"use client";

import { Play } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useMemo, useRef, useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useModifierKey } from "@/components/layout/modifier-key";
import { LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import type { JsonEditorHandle } from "@/components/ui/json-editor";
import { Kbd } from "@/components/ui/kbd";
import { AppError } from "@/lib/errors";
import { findPayloadProblem } from "@/lib/runs/payload-limit";
import type { RunRequest } from "@/lib/runs/schema";
import { findJsonProblem } from "@/lib/test-events/json-position";
import { findNameProblem } from "@/lib/test-events/schema";
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
  const nameProblem = draft.name === "" ? undefined : findNameProblem(draft.name);
  const editor = useRef<JsonEditorHandle>(null);
  const ids = { payloadProblem: useId(), nameProblem: useId() };
  const start = () => {
    if (run.isPending) return;
    if (refusal) bench.refuse(new AppError("forbidden_by_mode", refusal));
    else if (problem) bench.refuse(problem);
    else bench.runPayload(draft.payload, invocationType);
    if (problem?.code === "bad_request") editor.current?.goToProblem();
  };
  return (
    <section aria-label="Event" className="flex min-h-0 min-w-0 flex-col border-b border-line lg:h-[600px] lg:border-r lg:border-b-0">
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <Input
          aria-label="Event name"
          placeholder="Name, to save it"
          aria-invalid={nameProblem ? true : undefined}
          aria-describedby={nameProblem ? ids.nameProblem : undefined}
          disabled={bench.list.isPending}
          value={draft.name}
          onChange={(event) => edit({ name: event.target.value })}
          className="h-7! w-auto! min-w-32 flex-[999_1_12rem] font-medium"
        />
        <div className="flex flex-auto items-center gap-2">
          <Select aria-label="Invocation type" disabled={bench.list.isPending} value={invocationType} onChange={(event) => setInvocationType(event.target.value as InvocationType)} className="h-7! w-auto! min-w-0 flex-1">
            <option value="RequestResponse">synchronous</option>
            <option value="Event">asynchronous</option>
            <option value="DryRun">dry run</option>
          </Select>
          <Button variant="primary" size="small" disabledReason={refusal} disabled={run.isPending || bench.list.isPending} onClick={start}>
            <Play size={12} aria-hidden /> {run.isPending ? "Running…" : "Run"} <Kbd inverted>{modifier}↵</Kbd>
          </Button>
        </div>
        {nameProblem ? (
          <p id={ids.nameProblem} role="alert" className="basis-full text-1 text-error">
            {nameProblem}
          </p>
        ) : null}
      </div>
      <div className="h-80 min-h-0 lg:h-auto lg:flex-1">
        {bench.list.isPending ? (
          <LoadingLines lines={8} />
        ) : (
          <JsonEditor key={bench.selectedId} label="Event JSON" value={draft.payload} onChange={(payload) => edit({ payload })} onSubmit={start} findProblem={findJsonProblem} describedBy={ids.payloadProblem} handle={editor} />
        )}
      </div>
      <EventFooter bench={bench} problem={problem} problemId={ids.payloadProblem} nameProblem={nameProblem} invocationType={invocationType} />
    </section>
  );
}
