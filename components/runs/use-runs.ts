"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useViewState } from "@/components/layout/view-state";
import { isAppError } from "@/lib/errors";
import type { FunctionRef } from "@/lib/functions/queries";
import { startRunMutation } from "@/lib/runs/queries";
import type { Run, RunRequest } from "@/lib/runs/schema";

/** A click on Run that nothing was sent for. */
export interface RefusedRun {
  error: Error;
  /** The run whose result was shown until then. */
  formerRunId: string | undefined;
  /** Tells one refusal from the same one again. */
  count: number;
}

/** Starts runs and keeps the shown one in the address; the server goes on with each, also when nobody looks. */
export function useRuns(ref: FunctionRef, eventToRun: () => Promise<string | undefined>) {
  const view = useViewState();
  const run = useMutation(startRunMutation(ref));
  // The mutation's own state is known to the next rendering only: quick clicks come before it.
  const busy = useRef(false);
  const [streamed, setStreamed] = useState(false);
  const qualifier = view.get("qualifier") ?? "$LATEST";
  const setQualifier = (wanted: string) => view.set({ qualifier: wanted === "$LATEST" ? undefined : wanted });

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
  const runPayload = (request: Omit<RunRequest, "clickId" | "testEventId" | "qualifier" | "streamed">) => {
    const takesStream = streamed && (request.invocationType ?? "RequestResponse") === "RequestResponse";
    void eventToRun().then((testEventId) => start({ ...request, qualifier, streamed: takesStream, testEventId }));
  };
  const runAgain = (former: Run) => start(requestOf(former));
  return { run, refused, refuse, runPayload, runAgain, qualifier, setQualifier, streamed, setStreamed };
}

/** The same invocation once more. */
export function requestOf({ payload, invocationType, qualifier, streamed = false, clientContext, testEventId }: Run): Omit<RunRequest, "clickId"> {
  return { payload, invocationType, qualifier, streamed, clientContext, testEventId };
}

/** Warmstart refused, so there is no run of this id; otherwise only the answer may be lost. */
function neverSent(error: Error): boolean {
  return isAppError(error) && !["unreachable", "timeout", "internal"].includes(error.code);
}
