"use client";

import { useMutation } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useId, useState } from "react";
import { toast } from "sonner";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/field";
import { saveSuiteMutation, startSuiteRunMutation } from "@/lib/suites/queries";
import { type Suite, SUITE_CONCURRENCY_MAX } from "@/lib/suites/schema";

const CONCURRENCIES = [1, 2, 4, 8, 12, SUITE_CONCURRENCY_MAX];

/** Where, how many at a time, and run. */
export function RunControls({ suite }: { suite: Suite }) {
  const connection = useConnectionId();
  const view = useViewState();
  const id = useId();
  const refusal = useModeRefusal("invoke");
  const start = useMutation(startSuiteRunMutation(connection));
  const save = useMutation(saveSuiteMutation(connection, suite.id));
  const [qualifier, setQualifier] = useState("");
  // What was just chosen counts at once, saved or not.
  const concurrency = (save.isPending ? save.variables.concurrency : undefined) ?? suite.concurrency;
  const { lastRun } = suite;
  const redo = lastRun ? lastRun.counts.failed + lastRun.counts.error + lastRun.counts.cancelled : 0;
  const running = start.isPending || lastRun?.status === "running";
  const run = (failedOnly: boolean) =>
    start.mutate(
      { suiteId: suite.id, clickId: crypto.randomUUID(), failedOnly, concurrency, qualifier: qualifier.trim() || undefined },
      { onSuccess: (started) => view.set({ run: started.id }), onError: (error) => toast.error(error.message) },
    );
  const empty = suite.items.length === 0 ? "Add events to it first." : undefined;
  return (
    <>
      <label htmlFor={`${id}-qualifier`} className="text-2 text-muted">
        at
      </label>
      <Input
        id={`${id}-qualifier`}
        value={qualifier}
        onChange={(event) => setQualifier(event.target.value)}
        placeholder="each one's own"
        title="A version's number or an alias that every event is run at, instead of its own qualifier"
        aria-label="Qualifier for all"
        autoComplete="off"
        className="w-32!"
      />
      <Select
        aria-label="Runs at a time"
        value={concurrency}
        onChange={(event) =>
          save.mutate({ concurrency: Number(event.target.value), baseUpdatedAtMs: suite.updatedAtMs }, { onError: (error) => toast.error(error.message) })
        }
        className="w-auto!"
      >
        {CONCURRENCIES.includes(concurrency) ? null : <option value={concurrency}>{concurrency} at a time</option>}
        {CONCURRENCIES.map((count) => (
          <option key={count} value={count}>
            {count === 1 ? "one after another" : `${count} at a time`}
          </option>
        ))}
      </Select>
      {redo > 0 ? (
        <Button disabled={running} disabledReason={refusal} onClick={() => run(true)}>
          Run failed only ({redo})
        </Button>
      ) : null}
      <Button variant="primary" disabled={running} disabledReason={refusal ?? empty} onClick={() => run(false)}>
        <Play size={13} aria-hidden /> {running ? "Running…" : "Run all"}
      </Button>
    </>
  );
}
