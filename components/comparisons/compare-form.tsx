"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useFunctionRef, useViewState } from "@/components/layout/view-state";
import { QualifierSelect } from "@/components/runs/qualifier-select";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/field";
import { startComparisonMutation } from "@/lib/comparisons/queries";
import { EXTRA_RUNS } from "@/lib/comparisons/run-order";
import { COMPARISON_EVENTS_MAX, comparisonRequestSchema, WARM_RUNS_MAX } from "@/lib/comparisons/schema";
import { qualifierListQuery } from "@/lib/runs/queries";
import { EventChoices } from "./event-choices";

const LATEST = "$LATEST";
const RUN_COUNTS = [1, 5, 10, 20, WARM_RUNS_MAX];

/** Which events, which two qualifiers, how often. */
export function CompareForm({ running }: { running: boolean }) {
  const ref = useFunctionRef();
  const view = useViewState();
  const refusal = useModeRefusal("invoke");
  const qualifiers = useQuery(qualifierListQuery(ref)).data;
  const start = useMutation(startComparisonMutation(ref));
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set());
  const [warmRuns, setWarmRuns] = useState(10);
  const left = view.get("left") ?? qualifiers?.aliases[0]?.name ?? qualifiers?.versions[0]?.version ?? LATEST;
  const right = view.get("right") ?? LATEST;
  const request = { testEventIds: [...events], left, right, warmRuns };
  const problem = comparisonRequestSchema.safeParse({ clickId: crypto.randomUUID(), ...request }).error?.issues[0]?.message;
  const compare = () =>
    start.mutate({ ...request, clickId: crypto.randomUUID() }, { onSuccess: ({ id }) => view.set({ comparison: id, left, right }), onError: (error) => toast.error(error.message) });
  const onlyLatest = qualifiers && qualifiers.aliases.length + qualifiers.versions.length === 0;
  return (
    <Card className="overflow-hidden">
      <section aria-label="What to compare">
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
          <QualifierSelect functionRef={ref} label="Left side" value={left} onChange={(left) => view.set({ left })} className="w-48!" />
          <Button variant="quiet" size="icon" aria-label="Swap sides" onClick={() => view.set({ left: right, right: left })}>
            <ArrowLeftRight size={14} aria-hidden />
          </Button>
          <QualifierSelect functionRef={ref} label="Right side" value={right} onChange={(right) => view.set({ right })} className="w-48!" />
          <Select aria-label="Warm runs each" value={warmRuns} onChange={(event) => setWarmRuns(Number(event.target.value))} className="w-auto!">
            {RUN_COUNTS.map((count) => (
              <option key={count} value={count}>
                {count === 1 ? "1 warm run each" : `${count} warm runs each`}
              </option>
            ))}
          </Select>
          <Button variant="primary" className="ml-auto" disabled={running || start.isPending} disabledReason={refusal ?? problem} onClick={compare}>
            {running ? "Comparing…" : "Compare"}
          </Button>
          <p className="basis-full text-1 text-muted">
            {onlyLatest
              ? "This function has neither versions nor aliases: publish a version first, then compare $LATEST with it."
              : events.size === 0
                ? "Each event runs against both sides in turn; every run is an invocation that counts and costs like any other."
                : `${(events.size * warmRuns * 2).toLocaleString("en")} invocations, and as many more as start cold (at most ${EXTRA_RUNS} a side and event); each counts and costs like any other.`}
          </p>
        </div>
        <EventChoices chosen={events} limit={COMPARISON_EVENTS_MAX} onChange={setEvents} />
      </section>
    </Card>
  );
}
