"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useViewState } from "@/components/layout/view-state";
import { isAppError } from "@/lib/errors";
import type { FunctionRef } from "@/lib/functions/queries";
import { startRunMutation } from "@/lib/runs/queries";
import type { Run, RunRequest } from "@/lib/runs/schema";

type InvocationType = NonNullable<RunRequest["invocationType"]>;

/** A click on Run that nothing was sent for. */
export interface RefusedRun {
  error: Error;
  /** The run whose result was shown until then. */
  formerRunId: string | undefined;
  /** Tells one refusal from the same one again. */
  count: number;
}

/** Starts runs, one at a time, and keeps the shown one in the address. */
export function useRuns(ref: FunctionRef, selectedEventId: string | undefined) {
  const view = useViewState();
  const run = useMutation(startRunMutation(ref));
  // The mutation's own state is known to the next rendering only: quick clicks come before it.
  const busy = useRef(false);

  const [refused, setRefused] = useState<RefusedRun>();

  /** Instead of a run: the result that is shown gives way to the reason. */
  const refuse = (error: Error, formerRunId = view.get("run")) => {
    setRefused((last) => ({ error, formerRunId: formerRunId ?? last?.formerRunId, count: (last?.count ?? 0) + 1 }));
    view.set({ run: undefined });
  };
  const start = (request: Omit<RunRequest, "clickId">) => {
    if (busy.current) return;
    busy.current = true;
    const formerRunId = view.get("run");
    // One click, one id, one invocation: the server refuses to invoke the same id twice. The address has it at once, so that
    // a page loaded anew in between finds the run.
    const clickId = crypto.randomUUID();
    view.set({ run: clickId });
    run.mutate(
      { ...request, clickId },
      {
        onError: (error) => neverSent(error) && refuse(error, formerRunId),
        onSettled: () => {
          busy.current = false;
        },
      },
    );
  };
  const runPayload = (payload: string, invocationType: InvocationType) => start({ payload, invocationType, testEventId: selectedEventId });
  const runAgain = ({ payload, invocationType, testEventId }: Run) => start({ payload, invocationType, testEventId });
  return { run, refused, refuse, runPayload, runAgain };
}

/** Warmstart refused, so there is no run of this id; otherwise only the answer may be lost. */
function neverSent(error: Error): boolean {
  return isAppError(error) && !["unreachable", "timeout", "internal"].includes(error.code);
}
