"use client";

import { Copy, Ellipsis, Plus, Share2, Trash2 } from "lucide-react";
import { toast } from "sonner";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import type { Bench } from "@/components/runs/use-bench";
import { NEW_EVENT } from "@/components/runs/use-bench";
import { OutcomeChip } from "@/components/runs/outcome-chip";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { EVENT_TEMPLATES, templatePayload } from "@/lib/test-events/event-templates";
import type { TestEvent } from "@/lib/test-events/schema";

export function EventList({ bench }: { bench: Bench }) {
  const { list, events, selectedId } = bench;
  return (
    <section aria-label="Test events" className="flex max-h-72 min-h-0 flex-col border-b border-line lg:max-h-[560px] lg:border-b-0">
      <div className="flex min-h-11 items-center justify-between border-b border-line px-3.5 text-1 text-muted">
        <h2>Test events</h2>
        <NewEventMenu bench={bench} />
      </div>
      {list.error && !list.data ? <ErrorState error={list.error} what="Events could not be read" onRetry={list.refetch} /> : null}
      {list.isPending ? <LoadingLines lines={3} /> : null}
      <ul className="min-h-0 flex-1 overflow-auto">
        {selectedId === NEW_EVENT ? (
          <li className="flex items-center justify-between border-b border-grid bg-accent-soft px-3.5 py-2 text-2">
            <span className="font-medium">{bench.draft.name || "New event"}</span>
            <span className="text-1 text-muted">not saved</span>
          </li>
        ) : null}
        {events.map((event) => (
          <EventItem key={event.id} event={event} bench={bench} />
        ))}
      </ul>
    </section>
  );
}

function EventItem({ event, bench }: { event: TestEvent; bench: Bench }) {
  const on = event.id === bench.selectedId;
  const edited = bench.drafts[event.id] !== undefined && (on ? bench.dirty : true);
  return (
    <li className={classNames("group flex items-center gap-1 border-b border-grid pr-1.5 text-2", on ? "bg-accent-soft" : "hover:bg-sunken")}>
      <button type="button" aria-current={on ? "true" : undefined} onClick={() => bench.select(event.id)} className="min-w-0 flex-1 px-3.5 py-2 text-left -outline-offset-2">
        <span className={classNames("flex items-center gap-1.5", on && "font-medium")}>
          <span className="truncate">{event.name}</span>
          {edited ? (
            <span title="Edited, not saved" className="text-accent">
              •<span className="sr-only"> edited, not saved</span>
            </span>
          ) : null}
        </span>
        <span className="mt-0.5 flex items-center gap-1.5 text-1 text-muted">
          {event.shared ? (
            <>
              <Share2 size={11} aria-hidden /> shared
            </>
          ) : (
            "this function"
          )}
        </span>
      </button>
      {event.lastRun ? <OutcomeChip outcome={event.lastRun.outcome} /> : null}
      <Menu
        align="end"
        trigger={
          <Button variant="quiet" size="icon" aria-label={`More for ${event.name}`}>
            <Ellipsis size={14} aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={() => bench.startNew({ name: `${event.name} copy`, payload: event.payload, shared: event.shared })}>
          <Copy size={13} aria-hidden /> Duplicate
        </MenuItem>
        <MenuItem danger onSelect={() => void bench.removeEvent(event).catch((error: Error) => toast.error(error.message))}>
          <Trash2 size={13} aria-hidden /> Delete
        </MenuItem>
      </Menu>
    </li>
  );
}

function NewEventMenu({ bench }: { bench: Bench }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="small">
          <Plus size={13} aria-hidden /> New
        </Button>
      }
    >
      <MenuLabel>Start from</MenuLabel>
      {EVENT_TEMPLATES.map((template) => (
        <MenuItem key={template.id} onSelect={() => bench.startNew({ name: template.name, payload: templatePayload(template), shared: false })}>
          {template.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
