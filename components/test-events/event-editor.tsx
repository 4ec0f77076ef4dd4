"use client";

import dynamic from "next/dynamic";
import { useId, useMemo, useRef, useState } from "react";
import { useWrongAssertions } from "@/components/assertions/use-wrong-assertions";
import { useModeRefusal } from "@/components/connections/use-connection";
import { LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { Input } from "@/components/ui/field";
import type { JsonEditorHandle } from "@/components/ui/json-editor";
import { AppError } from "@/lib/errors";
import { findPayloadProblem } from "@/lib/runs/payload-limit";
import { findNameProblem } from "@/lib/test-events/schema";
import { EventDetails } from "./event-details";
import { EventFooter } from "./event-footer";
import { EventHistory } from "./event-history";
import { EventPayload } from "./event-payload";
import { type EditorView, EditorViews } from "./editor-views";
import { RunBar } from "./run-bar";

const AssertionEditor = dynamic(() => import("@/components/assertions/assertion-editor").then((module) => module.AssertionEditor), { ssr: false, loading: () => <LoadingLines lines={4} /> });

/** The chosen event: its name, how to invoke with it, its JSON, what is expected of it, and what keeps it from being sent. */
export function EventEditor({ bench }: { bench: Bench }) {
  const [view, setView] = useState<EditorView>("event");
  const refusal = useModeRefusal("invoke");
  const { draft, edit, run } = bench;
  const problem = useMemo(() => findPayloadProblem(draft.payload, draft.invocationType), [draft.payload, draft.invocationType]);
  const nameProblem = draft.name === "" ? undefined : findNameProblem(draft.name);
  const wrongAssertions = useWrongAssertions(draft.assertions);
  const editor = useRef<JsonEditorHandle>(null);
  const ids = { payloadProblem: useId(), nameProblem: useId() };
  const start = () => {
    if (run.isPending) return;
    if (refusal) bench.refuse(new AppError("forbidden_by_mode", refusal));
    else if (problem) bench.refuse(problem);
    else if (wrongAssertions > 0) {
      bench.refuse(new AppError("bad_request", "An assertion is not well written, so the run could not be judged.", { hint: "Mend it, or remove it." }));
      setView("assertions");
    } else {
      const { payload, invocationType, clientContext, assertions } = draft;
      bench.runPayload({ payload, invocationType, assertions, clientContext: clientContext || undefined });
    }
    if (problem?.code !== "bad_request") return;
    setView("event");
    editor.current?.goToProblem();
  };
  return (
    <section aria-label="Event" className="flex min-h-0 min-w-0 flex-col border-b border-line lg:h-[600px] lg:border-r lg:border-b-0">
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <Input
          aria-label="Event name"
          placeholder="Name, to save it"
          aria-invalid={nameProblem ? true : undefined}
          aria-describedby={nameProblem ? ids.nameProblem : undefined}
          disabled={bench.loading}
          value={draft.name}
          onChange={(event) => edit({ name: event.target.value })}
          className="h-7! w-auto! min-w-32 flex-[999_1_12rem] font-medium"
        />
        <RunBar bench={bench} onRun={start} />
        {nameProblem ? (
          <p id={ids.nameProblem} role="alert" className="basis-full text-1 text-error">
            {nameProblem}
          </p>
        ) : null}
      </div>
      <EditorViews view={view} onChange={setView} bench={bench} />
      <div className="h-80 min-h-0 lg:h-auto lg:flex-1">
        {bench.loading ? <LoadingLines lines={8} /> : null}
        {!bench.loading && view === "event" ? <EventPayload bench={bench} onSubmit={start} describedBy={ids.payloadProblem} handle={editor} /> : null}
        {!bench.loading && view === "assertions" ? <AssertionEditor bench={bench} /> : null}
        {!bench.loading && view === "details" ? <EventDetails key={bench.selectedId} bench={bench} /> : null}
        {!bench.loading && view === "history" && bench.selected ? <EventHistory key={bench.selectedId} bench={bench} event={bench.selected} /> : null}
      </div>
      <EventFooter bench={bench} problem={problem} problemId={ids.payloadProblem} nameProblem={nameProblem} wrongAssertions={wrongAssertions} />
    </section>
  );
}
