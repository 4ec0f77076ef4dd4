"use client";

import { Card } from "@/components/ui/card";
import { EventEditor } from "@/components/test-events/event-editor";
import { EventList } from "@/components/test-events/event-list";
import { RunHistory } from "./run-history";
import { RunPanel } from "./run-panel";
import { useBench } from "./use-bench";

/** Events, editor, result side by side; the events above where three would be too narrow, all below each other where two would. */
export function TestBench() {
  const bench = useBench();
  return (
    <>
      <Card className="grid grid-cols-[minmax(0,1fr)] overflow-hidden lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] xl:grid-cols-[230px_minmax(0,1fr)_minmax(0,1.15fr)]">
        <EventList bench={bench} />
        <EventEditor bench={bench} />
        <RunPanel bench={bench} />
      </Card>
      <RunHistory bench={bench} />
    </>
  );
}
