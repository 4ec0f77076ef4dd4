"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { Card } from "@/components/ui/card";
import type { FunctionRef } from "@/lib/functions/queries";
import { runQuery } from "@/lib/runs/queries";
import type { Run } from "@/lib/runs/schema";
import { FigureTable } from "./figure-table";
import { IgnoreRules } from "./ignore-rules";
import { JsonDiffView } from "./json-diff-view";
import { OtherRunSelect } from "./other-run-select";
import { runFacts } from "./run-facts";
import { useIgnoreRules } from "./use-ignore-rules";

/** This run beside another: figures, and what differs in event and response. The other one is in the address. */
export function CompareCard({ functionRef, run }: { functionRef: FunctionRef; run: Run }) {
  const view = useViewState();
  const against = view.get("against");
  return (
    <Card className="mt-4 overflow-hidden">
      <section aria-label="Compare">
        <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3.5 py-1.5">
          <h2 className="text-1 text-muted">Compare with</h2>
          <OtherRunSelect functionRef={functionRef} run={run} value={against} onChange={(id) => view.set({ against: id })} />
        </div>
        {against ? <Comparison functionRef={functionRef} run={run} otherId={against} /> : <p className="px-3.5 py-2.5 text-2 text-muted">Choose another run of {functionRef.name}: figures stand side by side, and what differs is listed place by place.</p>}
      </section>
    </Card>
  );
}

function Comparison({ functionRef, run, otherId }: { functionRef: FunctionRef; run: Run; otherId: string }) {
  const { data: other, error, refetch } = useQuery(runQuery(functionRef.connection, otherId));
  const ignore = useIgnoreRules(functionRef);
  if (error && !other) return <ErrorState error={error} what="The other run could not be read" onRetry={refetch} />;
  if (!other) return <LoadingLines lines={4} />;
  return (
    <>
      <p className="border-b border-grid px-3.5 py-2 text-2 text-muted">
        Before:{" "}
        <Link href={`/${functionRef.connection}/runs/${other.id}`} className="underline underline-offset-2 hover:text-text">
          {runFacts(other).join(" · ")}
        </Link>
        . After: this run.
      </p>
      <FigureTable before={other} after={run} />
      <IgnoreRules ignore={ignore} />
      <JsonDiffView title="Response" before={other.response} after={run.response} ignore={ignore} />
      <JsonDiffView title="Event" before={other.payload} after={run.payload} ignore={ignore} />
    </>
  );
}
