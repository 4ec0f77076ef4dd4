"use client";

import { Card } from "@/components/ui/card";
import { EventEditor } from "@/components/test-events/event-editor";
import { EventList } from "@/components/test-events/event-list";
import { RunHistory } from "./run-history";
import { RunPanel } from "./run-panel";
import { useBench } from "./use-bench";

/** Events, editor, result; the history below. */
export function TestBench() {
  const bench = useBench();
  return (
    <>
      <Card className="grid overflow-hidden lg:grid-cols-[230px_minmax(0,1fr)_minmax(0,1.15fr)]">
        <EventList bench={bench} />
        <EventEditor bench={bench} />
        <RunPanel bench={bench} />
      </Card>
      <RunHistory bench={bench} />
    </>
  );
}
