"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useConnectionId } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { functionListQuery } from "@/lib/functions/queries";
import { suiteEventsQuery } from "@/lib/suites/queries";
import type { SuiteEvent, SuiteItemView } from "@/lib/suites/schema";
import { itemKey } from "./use-suite-items";

interface AddEventsDialogProps {
  present: readonly SuiteItemView[];
  onAdd: (items: SuiteItemView[]) => void;
  onClose: () => void;
}

/** Events of all functions, searched and ticked; a shared one goes to the function that is named above the list. */
export function AddEventsDialog({ present, onAdd, onClose }: AddEventsDialogProps) {
  const connection = useConnectionId();
  const listId = useId();
  const [search, setSearch] = useState("");
  const [place, setPlace] = useState("");
  const [chosen, setChosen] = useState<ReadonlyMap<string, SuiteItemView>>(new Map());
  const events = useQuery(suiteEventsQuery(connection, search.trim()));
  const functions = useQuery(functionListQuery(connection)).data?.functions ?? [];
  const sharedAt = functions.find(({ name, region }) => `${name} (${region})` === place || name === place);
  const inSuite = new Set(present.map(itemKey));
  const toggle = (item: SuiteItemView, on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(itemKey(item), item);
    else next.delete(itemKey(item));
    setChosen(next);
  };
  const add = () => {
    onAdd([...chosen.values()]);
    onClose();
  };
  const hasShared = events.data?.events.some(({ functionName }) => functionName === undefined);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Add events"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={chosen.size === 0} onClick={add}>
            {chosen.size > 0 ? `Add ${chosen.size} event${chosen.size === 1 ? "" : "s"}` : "Add"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Search events">{(control) => <Input {...control} type="search" value={search} placeholder="name, description, tag or function" onChange={(event) => setSearch(event.target.value)} />}</Field>
        {hasShared ? (
          <Field label="Function for shared events" hint="A shared event belongs to no function: say at which one it shall run.">
            {(control) => <Input {...control} list={listId} value={place} placeholder="type a function's name" autoComplete="off" onChange={(event) => setPlace(event.target.value)} />}
          </Field>
        ) : null}
        <datalist id={listId}>
          {functions.map(({ name, region }) => (
            <option key={`${region} ${name}`} value={`${name} (${region})`} label={region} aria-label={`${name} in ${region}`} />
          ))}
        </datalist>
        {events.isPending ? <LoadingLines lines={5} /> : null}
        {events.error ? <ErrorState error={events.error} what="The events could not be read" onRetry={() => void events.refetch()} /> : null}
        {events.data?.events.length === 0 ? (
          <EmptyState title={search ? `No event contains “${search}”` : "No events are saved yet"}>Save events on a function&apos;s Test page.</EmptyState>
        ) : null}
        <ul aria-label="Events" className="flex flex-col">
          {events.data?.events.map((event) => (
            <EventChoice key={event.id} event={event} sharedAt={sharedAt} inSuite={inSuite} chosen={chosen} onToggle={toggle} />
          ))}
        </ul>
        {events.data?.more ? <p className="text-1 text-muted">The first {events.data.events.length} are shown: search to narrow them.</p> : null}
      </div>
    </Dialog>
  );
}

interface EventChoiceProps {
  event: SuiteEvent;
  sharedAt: { name: string; region: string } | undefined;
  inSuite: ReadonlySet<string>;
  chosen: ReadonlyMap<string, SuiteItemView>;
  onToggle: (item: SuiteItemView, on: boolean) => void;
}

function EventChoice({ event, sharedAt, inSuite, chosen, onToggle }: EventChoiceProps) {
  const id = useId();
  const shared = event.functionName === undefined;
  const region = event.region ?? sharedAt?.region;
  const functionName = event.functionName ?? sharedAt?.name;
  const item = region && functionName ? { testEventId: event.id, region, functionName, qualifier: "$LATEST", eventName: event.name, assertionCount: event.assertionCount } : undefined;
  const there = item !== undefined && inSuite.has(itemKey(item));
  const where = shared ? (item ? `shared, at ${item.functionName}` : "shared: name its function above") : `${event.functionName} · ${event.region}`;
  return (
    <li className="flex items-start gap-2.5 border-b border-grid py-2 text-2 last:border-0">
      <input
        id={id}
        type="checkbox"
        className="mt-1 accent-[var(--accent-fill)]"
        checked={there || (item !== undefined && chosen.has(itemKey(item)))}
        disabled={there || item === undefined}
        onChange={({ target }) => item && onToggle(item, target.checked)}
      />
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="block font-medium break-words">{event.name}</span>
        <span className="block text-1 break-words text-muted">
          {where} · {event.assertionCount === 0 ? "nothing asserted" : `${event.assertionCount} assertion${event.assertionCount === 1 ? "" : "s"}`}
          {there ? " · in the suite already" : ""}
          {event.description ? ` · ${event.description}` : ""}
        </span>
      </label>
    </li>
  );
}
