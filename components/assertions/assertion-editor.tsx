"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useViewState } from "@/components/layout/view-state";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { findAssertionProblem } from "@/lib/assertions/assertion-problem";
import { ASSERTION_KINDS, newAssertion } from "@/lib/assertions/new-assertion";
import type { NewAssertion } from "@/lib/assertions/propose-assertions";
import { assertionCheckQuery } from "@/lib/assertions/queries";
import type { Assertion } from "@/lib/assertions/schema";
import { runQuery } from "@/lib/runs/queries";
import { AssertionProposals } from "./assertion-proposals";
import { AssertionRow } from "./assertion-row";
import { useSettled } from "./use-settled";

/** Shorter than a pause in typing: the check follows the hand without asking at each key. */
const SETTLE_MS = 300;

/** What the event expects of its run, each held at once against the result that is shown. */
export function AssertionEditor({ bench }: { bench: Bench }) {
  const { draft, edit, ref } = bench;
  const { assertions } = draft;
  const run = useLastResult(bench);
  const usable = assertions.filter((assertion) => !findAssertionProblem(assertion));
  const settled = useSettled(usable, SETTLE_MS);
  const check = useQuery({ ...assertionCheckQuery(ref.connection, run?.id ?? "", settled), enabled: run !== undefined && settled.length > 0 });
  const results = new Map(run ? check.data?.results.map((result) => [result.assertionId, result]) : []);
  const change = (next: Assertion[]) => edit({ assertions: next });
  const add = (assertion: NewAssertion) => change([...assertions, { ...assertion, id: crypto.randomUUID() }]);
  return (
    <div tabIndex={0} role="region" aria-label="Assertions" className="flex h-full flex-col overflow-auto -outline-offset-2">
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-2 border-b border-grid px-3.5 py-1">
        <p className="text-1 text-muted">{assertions.length === 0 ? "Nothing asserted: a run of this event is neither passed nor failed." : run ? "Held against the result that is shown." : "Run the event to see how they do."}</p>
        <Menu
          align="end"
          trigger={
            <Button size="small">
              <Plus size={13} aria-hidden /> Add assertion
            </Button>
          }
        >
          {ASSERTION_KINDS.map(({ kind, label }) => (
            <MenuItem key={kind} onSelect={() => add(newAssertion(kind))}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </div>
      <ul>
        {assertions.map((assertion, index) => (
          <AssertionRow
            key={assertion.id}
            assertion={assertion}
            number={index + 1}
            result={results.get(assertion.id)}
            onChange={(next) => change(assertions.map((kept) => (kept.id === next.id ? next : kept)))}
            onRemove={() => change(assertions.filter(({ id }) => id !== assertion.id))}
          />
        ))}
      </ul>
      {run ? <AssertionProposals run={run} assertions={assertions} onAdd={add} /> : null}
    </div>
  );
}

/** The run that is shown, or the last one of the event; undefined while it runs. */
function useLastResult({ ref, events, selectedId, run }: Bench) {
  const id = useViewState().get("run") ?? events.find((event) => event.id === selectedId)?.lastRun?.id;
  const kept = useQuery({ ...runQuery(ref.connection, id ?? ""), enabled: id !== undefined && !run.isPending });
  return kept.data?.outcome === "running" ? undefined : kept.data;
}
