"use client";

import { FileJson, Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { TestEventContent } from "@/lib/test-events/schema";
import { ImportChoice } from "./import-choice";
import { readEventFile } from "./read-event-file";

/** Files dropped or picked, what is in them, and what is wrong with those that cannot be read. */
export function ImportFiles({ bench, onDone }: { bench: Bench; onDone: () => void }) {
  const [events, setEvents] = useState<TestEventContent[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const add = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(readOne));
    setEvents((present) => [...present, ...read.flatMap((file) => file.events)]);
    setProblems(read.flatMap((file) => file.problem ?? []));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames("flex flex-col items-center gap-2 rounded-md border border-dashed px-4 py-6 text-2 text-muted", over ? "border-accent-fill bg-accent-soft" : "border-line-strong")}
      >
        <FileJson size={20} aria-hidden />
        <p>Drop JSON files here</p>
        <Button size="small" onClick={() => picker.current?.click()}>
          <Upload size={13} aria-hidden /> Choose files
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          accept=".json,application/json"
          aria-label="Files to import"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {problems.length > 0 ? (
        <ul role="alert" className="mt-3 flex flex-col gap-1 text-2 text-error">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {events.length > 0 ? <ImportChoice bench={bench} events={events} onDone={onDone} /> : null}
    </>
  );
}

async function readOne(file: File): Promise<{ events: TestEventContent[]; problem?: string }> {
  try {
    return { events: readEventFile(file.name, await file.text()) };
  } catch (error) {
    return { events: [], problem: error instanceof Error ? error.message : `${file.name} cannot be read.` };
  }
}
