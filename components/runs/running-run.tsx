"use client";

import { useEffect, useState } from "react";
import { LoadingLines } from "@/components/layout/states";
import { Button } from "@/components/ui/button";
import { formatMs } from "@/lib/format";
import type { Run } from "@/lib/runs/schema";
import { StreamView } from "./stream-view";

interface RunningRunProps {
  connection: string;
  /** undefined: the server has not answered yet. */
  run: Run | undefined;
  sinceMs: number;
  onStopWatching?: () => void;
}

/** A run that has not ended: how long it has been going, and what came of it so far. */
export function RunningRun({ connection, run, sinceMs, onStopWatching }: RunningRunProps) {
  const [nowMs, setNowMs] = useState(sinceMs);
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(Date.now()), 100);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <div className="flex min-h-64 flex-1 flex-col">
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3.5 py-1.5 text-2">
        <span aria-hidden className="size-2 animate-pulse rounded-full bg-accent-fill" />
        Running… <span aria-hidden className="figures text-muted">{formatMs(Math.max(0, nowMs - sinceMs))}</span>
        {onStopWatching && run ? (
          <Button size="small" className="ml-auto" title="The run goes on, and is kept in the history." onClick={onStopWatching}>
            Stop watching
          </Button>
        ) : null}
        {run ? <p className="basis-full text-1 text-muted">It runs on the server: you may leave this page, and find it in the history. It is not invoked again.</p> : null}
      </div>
      {run?.streamed ? <StreamView connection={connection} id={run.id} className="max-h-[26rem]" /> : <LoadingLines lines={6} />}
    </div>
  );
}
