"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useId, useState } from "react";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import { useFunctionRef } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { testEventListQuery } from "@/lib/test-events/queries";
import type { TestEventSummary } from "@/lib/test-events/schema";

interface EventChoicesProps {
  chosen: ReadonlySet<string>;
  limit: number;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Saved events of the function, to tick. */
export function EventChoices({ chosen, limit, onChange }: EventChoicesProps) {
  const ref = useFunctionRef();
  const [search, setSearch] = useState("");
  const list = useInfiniteQuery(testEventListQuery(ref, { search: search.trim() || undefined }));
  const events = list.data?.pages.flatMap((page) => page.events) ?? [];
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <div className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="flex-1 text-2 font-medium">
          Events <span className="font-normal text-muted">{chosen.size > 0 ? `${chosen.size} chosen` : "choose one or more"}</span>
        </h2>
        <Input type="search" aria-label="Search events" placeholder="Search events" value={search} onChange={(event) => setSearch(event.target.value)} className="w-48!" />
      </div>
      {list.isPending ? <LoadingLines lines={3} className="px-0" /> : null}
      {list.error && !list.data ? <ErrorState error={list.error} what="The events could not be read" onRetry={() => void list.refetch()} className="px-0" /> : null}
      {list.data && events.length === 0 ? (
        <EmptyState title={search ? `No event contains “${search}”` : "No events are saved yet"} className="py-5">
          <Link href={`/${ref.connection}/functions/${ref.region}/${ref.name}/test`} className="underline underline-offset-2">
            Save one on the Test page
          </Link>
        </EmptyState>
      ) : null}
      <ul aria-label="Events" className="mt-1.5 flex max-h-52 flex-col overflow-auto">
        {events.map((event) => (
          <EventChoice key={event.id} event={event} checked={chosen.has(event.id)} full={chosen.size >= limit} onToggle={toggle} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button variant="quiet" size="small" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          More events
        </Button>
      ) : null}
    </div>
  );
}

function EventChoice({ event, checked, full, onToggle }: { event: TestEventSummary; checked: boolean; full: boolean; onToggle: (id: string, on: boolean) => void }) {
  const id = useId();
  return (
    <li className="flex items-center gap-2.5 py-1 text-2">
      <input id={id} type="checkbox" className="accent-accent-fill" checked={checked} disabled={full && !checked} onChange={({ target }) => onToggle(event.id, target.checked)} />
      <label htmlFor={id} className="min-w-0 flex-1 truncate">
        {event.name}
        {event.shared ? <span className="text-muted"> · shared</span> : null}
      </label>
    </li>
  );
}
