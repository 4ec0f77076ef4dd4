"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { toast } from "sonner";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { formatDateTime } from "@/lib/format";
import { contentText } from "@/lib/test-events/content-text";
import { testEventVersionQuery, testEventVersionsQuery } from "@/lib/test-events/queries";
import type { TestEvent, TestEventVersion } from "@/lib/test-events/schema";
import { draftOf } from "./use-drafts";

const TextDiff = dynamic(() => import("./text-diff"), { ssr: false, loading: () => <LoadingLines lines={6} /> });

/** Every save of the event: who, when, what differs from now, and the way back. */
export function EventHistory({ bench, event }: { bench: Bench; event: TestEvent }) {
  const { connection } = bench.ref;
  const list = useQuery(testEventVersionsQuery(connection, event));
  const versions = list.data?.versions ?? [];
  const [chosen, setChosen] = useState<string>();
  const shownId = chosen ?? versions[1]?.id;
  const shown = useQuery({ ...testEventVersionQuery(connection, event.id, shownId ?? ""), enabled: shownId !== undefined });
  if (list.isPending) return <LoadingLines lines={4} />;
  if (list.error) return <ErrorState error={list.error} what="The history could not be read" onRetry={list.refetch} />;
  if (versions.length < 2) return <p className="px-3.5 py-3 text-2 text-muted">Saved once. Each save after this one can be compared and brought back here.</p>;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ul aria-label="Saves" className="max-h-36 shrink-0 overflow-auto border-b border-line">
        {versions.map(({ id, savedBy, savedAtMs }, index) => (
          <li key={id}>
            <button type="button" aria-pressed={id === shownId} onClick={() => setChosen(id)} className={classNames("flex w-full items-center gap-2 px-3.5 py-1.5 text-left text-2 -outline-offset-2", id === shownId ? "bg-accent-soft" : "hover:bg-sunken")}>
              <span className="figures">{formatDateTime(savedAtMs)}</span>
              <span className="text-muted">by {savedBy}</span>
              {index === 0 ? <span className="ml-auto text-1 text-muted">now</span> : null}
            </button>
          </li>
        ))}
        {list.data.more ? <li className="px-3.5 py-1.5 text-1 text-muted">Older saves are kept and not shown.</li> : null}
      </ul>
      {shown.data ? <Comparison bench={bench} event={event} version={shown.data} isNow={shownId === versions[0]?.id} /> : <LoadingLines lines={5} />}
    </div>
  );
}

function Comparison({ bench, event, version, isNow }: { bench: Bench; event: TestEvent; version: TestEventVersion; isNow: boolean }) {
  const restore = () =>
    bench.update.mutate(
      { id: event.id, ...version.content, baseUpdatedAtMs: event.updatedAtMs },
      {
        onSuccess: () => {
          bench.change(event.id, undefined);
          toast.success(`Restored “${version.content.name}” of ${formatDateTime(version.savedAtMs)}`);
        },
        onError: (error) => toast.error(error.message),
      },
    );
  return (
    <>
      <div className="flex min-h-9 items-center gap-2 border-b border-grid px-3.5 text-1 text-muted">
        <span className="flex-1">{isNow ? "The event as it is saved" : "From then (−) to now (+)"}</span>
        <Button size="small" disabledReason={isNow ? "This is what is saved now." : undefined} disabled={bench.update.isPending} onClick={restore}>
          Restore
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <TextDiff before={contentText(version.content)} after={contentText(draftOf(event))} label="What changed since" />
      </div>
    </>
  );
}
