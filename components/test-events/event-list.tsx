"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { EmptyState, ErrorState, LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EventItem } from "./event-item";
import { EventListTools } from "./event-list-tools";
import { useEventActions } from "./use-event-actions";
import { NEW_EVENT } from "./use-event-list";

const ROW_HEIGHT_PX = 53;
const OVERSCAN = 6;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 20;

/** Saved events of the function and shared ones, and the one being written. Only the rows in sight are in the document. */
export function EventList({ bench }: { bench: Bench }) {
  const { list, loading, selectedId, drafts, events } = bench;
  const startsNew = !loading && (selectedId === NEW_EVENT || drafts[NEW_EVENT] !== undefined);
  const filtered = bench.search !== "" || bench.tag !== undefined;
  return (
    <section aria-label="Test events" className="flex max-h-72 min-h-0 min-w-0 flex-col border-b border-line lg:col-span-2 lg:max-h-56 xl:col-span-1 xl:h-[600px] xl:max-h-none xl:border-r xl:border-b-0">
      <EventListTools bench={bench} />
      {list.error && !list.data ? <ErrorState error={list.error} what="Events could not be read" onRetry={list.refetch} /> : null}
      {list.isPending ? <LoadingLines lines={3} /> : null}
      {startsNew ? <UnsavedItem bench={bench} /> : null}
      {list.data && events.length === 0 && filtered ? (
        <EmptyState
          title="No event fits"
          className="py-6"
          action={
            <Button size="small" onClick={() => bench.find({ find: undefined, tag: undefined })}>
              Show all
            </Button>
          }
        >
          Looked in names, descriptions and tags.
        </EmptyState>
      ) : null}
      {events.length > 0 ? <Rows bench={bench} /> : null}
    </section>
  );
}

function Rows({ bench }: { bench: Bench }) {
  "use no memo";
  const { events, total, list } = bench;
  const actions = useEventActions(bench);
  const box = useRef<HTMLDivElement>(null);
  // The virtualizer changes in place, which is what "use no memo" above is for.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({ count: events.length, getScrollElement: () => box.current, estimateSize: () => ROW_HEIGHT_PX, overscan: OVERSCAN, useFlushSync: false });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (last >= events.length - AHEAD && hasNextPage && !isFetching) void fetchNextPage();
  }, [last, events.length, hasNextPage, isFetching, fetchNextPage]);
  return (
    <div ref={box} tabIndex={0} role="region" aria-label="Saved events" className="min-h-0 flex-1 overflow-auto -outline-offset-2">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const event = events[index];
          return event ? (
            <li key={event.id} aria-setsize={total} aria-posinset={index + 1} className="absolute inset-x-0 top-0" style={{ height: ROW_HEIGHT_PX, transform: `translateY(${start}px)` }}>
              <EventItem event={event} bench={bench} actions={actions} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function UnsavedItem({ bench }: { bench: Bench }) {
  const on = bench.selectedId === NEW_EVENT;
  const name = bench.drafts[NEW_EVENT]?.name.trim();
  return (
    <div className={classNames("border-b border-grid text-2", on ? "bg-accent-soft" : "hover:bg-sunken")}>
      <button type="button" aria-current={on ? "true" : undefined} onClick={() => bench.select(NEW_EVENT)} className="flex w-full items-center gap-2 px-3.5 py-2 text-left -outline-offset-2">
        <span className={classNames("min-w-0 flex-1 truncate", on && "font-medium")}>{name || "New event"}</span>
        <span className="text-1 whitespace-nowrap text-muted">not saved</span>
      </button>
    </div>
  );
}
