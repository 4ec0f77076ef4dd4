"use client";

import { ErrorState } from "@/components/layout/states";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import type { RefusedRun as Refused } from "./use-runs";

/** Why nothing was invoked, in the place of the result; the result that stood there is one click away. */
export function RefusedRun({ refused: { error, formerRunId, count } }: { refused: Refused }) {
  const view = useViewState();
  return (
    <>
      {/* A new element each time: the same sentence again is announced again. */}
      <ErrorState key={count} error={error} what="Nothing was invoked" />
      {formerRunId ? (
        <div className="px-5">
          <Button size="small" onClick={() => view.set({ run: formerRunId })}>
            Show the run before
          </Button>
        </div>
      ) : null}
    </>
  );
}
