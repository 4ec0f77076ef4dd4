"use client";

import { IndentIncrease } from "lucide-react";
import { useMemo } from "react";
import { toast } from "sonner";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import type { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format";
import { formatJson } from "@/lib/runs/format-json";
import { payloadLimitBytes } from "@/lib/runs/payload-limit";

interface EventFooterProps {
  bench: Bench;
  problem: AppError | undefined;
  /** Of the line that says the problem: the editor points to it. Each keystroke changes it, so it is not announced. */
  problemId: string;
  nameProblem: string | undefined;
  wrongAssertions: number;
}

/** Share of the limit from which the size is worth a line. */
const TOLD_FROM = 0.1;

/** Size or problem of the event, and what keeps it. */
export function EventFooter({ bench, problem, problemId, nameProblem, wrongAssertions }: EventFooterProps) {
  const { draft, edit } = bench;
  const { payload, invocationType } = draft;
  const sizeBytes = useMemo(() => new TextEncoder().encode(payload).length, [payload]);
  const limitBytes = payloadLimitBytes(invocationType);
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-3 py-1.5 text-1 text-muted">
      <p id={problemId} hidden={!problem} className="min-w-0 basis-full text-error">
        {problem?.message}
      </p>
      {!problem && sizeBytes > limitBytes * TOLD_FROM ? (
        <p className="basis-full">
          {formatBytes(sizeBytes)} of {formatBytes(limitBytes)}
        </p>
      ) : null}
      <label className="mr-auto flex items-center gap-1.5">
        <input type="checkbox" checked={draft.shared} onChange={(event) => edit({ shared: event.target.checked })} className="accent-[var(--accent)]" />
        shared by all functions
      </label>
      <Button variant="quiet" size="icon" className="size-7!" aria-label="Indent the JSON" title="Indent the JSON" disabled={problem !== undefined} onClick={() => edit({ payload: formatJson(payload).text })}>
        <IndentIncrease size={14} aria-hidden />
      </Button>
      <SaveButtons bench={bench} nameProblem={nameProblem} wrongAssertions={wrongAssertions} invalid={problem?.code === "bad_request"} />
    </div>
  );
}

function SaveButtons({ bench, nameProblem, wrongAssertions, invalid }: Pick<EventFooterProps, "bench" | "nameProblem" | "wrongAssertions"> & { invalid: boolean }) {
  const { draft, dirty, selected, saving, overtaken } = bench;
  const reason = !draft.name.trim()
    ? "Give the event a name first."
    : nameProblem
      ? "Shorten the name first."
      : invalid
        ? "Mend the JSON first."
        : wrongAssertions > 0
          ? `Mend the ${wrongAssertions === 1 ? "assertion" : `${wrongAssertions} assertions`} first.`
          : undefined;
  if (overtaken && selected) {
    return (
      <div role="alert" className="flex basis-full flex-wrap items-center gap-x-2 gap-y-1">
        <p className="mr-auto min-w-0 break-words text-accent">“{selected.name}” was saved by somebody meanwhile.</p>
        <Button size="small" title="Drops your edits and shows the event as it is saved now" onClick={bench.discard}>
          Take theirs
        </Button>
        <Button size="small" title="Saves your edits over it. Theirs stays in the history." disabledReason={reason} onClick={() => void bench.saveOver().catch(showError)}>
          Keep mine
        </Button>
      </div>
    );
  }
  return (
    <>
      {dirty ? (
        <Button variant="quiet" size="small" onClick={bench.discard}>
          Discard
        </Button>
      ) : null}
      <Button size="small" disabled={saving || (selected !== undefined && !dirty)} disabledReason={dirty || !selected ? reason : undefined} onClick={() => void bench.save().catch(showError)}>
        {selected ? "Save" : "Save event"}
      </Button>
    </>
  );
}

function showError(error: Error): void {
  toast.error(error.message);
}
