"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Help } from "@/components/ui/help";
import { cancelComparisonMutation } from "@/lib/comparisons/queries";
import { FEWEST_WARM_RUNS } from "@/lib/comparisons/measured-difference";
import type { Comparison } from "@/lib/comparisons/schema";
import { sideFigures } from "@/lib/comparisons/side-figures";
import { verdictSentence } from "@/lib/comparisons/comparison-verdict";
import { formatDateTime } from "@/lib/format";
import { FigureTable } from "./figure-table";
import { MoveWeight } from "./move-weight";
import { ResponseDifferences } from "./response-differences";
import { StripPlot } from "./strip-plot";

/** What a comparison found: per event a sentence, the figures side by side, and what differs in the response. */
export function ComparisonResult({ comparison }: { comparison: Comparison }) {
  const { plan } = comparison;
  return (
    <>
      <ComparisonHead comparison={comparison} />
      {plan.events.map((event) => (
        <EventResult key={event.id} comparison={comparison} event={event} />
      ))}
      {comparison.status === "running" ? null : <MoveWeight plan={plan} />}
    </>
  );
}

function ComparisonHead({ comparison }: { comparison: Comparison }) {
  const cancel = useMutation(cancelComparisonMutation(useFunctionRef()));
  const { plan, samples, status, problem, startedAtMs, startedBy } = comparison;
  const wanted = plan.events.length * plan.warmRuns * 2;
  const running = status === "running";
  return (
    <Card className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5 text-2">
      <h2 className="font-mono font-medium">
        {plan.left} · {plan.right}
      </h2>
      {status === "done" ? null : <Chip tone={running || status === "interrupted" ? "warm" : "neutral"}>{status}</Chip>}
      <p role="status" className="flex-1 text-1 text-muted">
        {running ? `${samples.length} runs of about ${wanted}` : `${samples.length} runs · ${formatDateTime(startedAtMs)} by ${startedBy}`}
      </p>
      <RuleHelp />
      {running ? (
        <Button size="small" disabled={cancel.isPending} onClick={() => cancel.mutate(comparison.id, { onError: (error) => toast.error(error.message) })}>
          Cancel
        </Button>
      ) : null}
      {running ? <progress aria-label="Runs" className="h-1.5 w-full accent-accent-fill" max={wanted} value={Math.min(samples.length, wanted)} /> : null}
      {problem ? <p className="basis-full text-2 text-error">{problem}</p> : null}
    </Card>
  );
}

function RuleHelp() {
  return (
    <Help topic="when a difference counts">
      <p>The sides run in turn (A B B A), one run at a time. Only warm runs are measured; cold starts are counted apart.</p>
      <p>
        Medians differ when the gap is larger than the noise of both sides together: 1.58 × the middle half&apos;s width / √runs for each, about 95 % sure. It must also
        be at least 1 ms, 2 MB or 1 % of the cost, and there must be {FEWEST_WARM_RUNS} warm runs a side.
      </p>
    </Help>
  );
}

function EventResult({ comparison, event }: { comparison: Comparison; event: { id: string; name: string } }) {
  const { plan, samples, status } = comparison;
  const left = sideFigures(samples, "left", event.id);
  const right = sideFigures(samples, "right", event.id);
  const ended = status !== "running";
  return (
    <Card className="overflow-hidden">
      <section aria-label={event.name}>
        <div className="border-b border-line px-4 py-2.5">
          <h3 className="text-1 text-muted">{event.name}</h3>
          <p className="text-3 font-medium">{ended ? verdictSentence(left, right, plan) : "Measuring…"}</p>
        </div>
        <StripPlot left={{ name: plan.left, figures: left }} right={{ name: plan.right, figures: right }} />
        <FigureTable plan={plan} left={left} right={right} caption={`Figures of ${event.name}`} />
        {ended ? <ResponseDifferences names={plan} left={left} right={right} varying={comparison.varying[event.id] ?? []} /> : null}
      </section>
    </Card>
  );
}
