"use client";

import { Copy, Ellipsis, Share2, Trash2 } from "lucide-react";
import { toast } from "sonner";
import { OutcomeChip } from "@/components/runs/outcome-chip";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem } from "@/components/ui/menu";
import { TEST_EVENT_NAME_MAX, type TestEvent } from "@/lib/test-events/schema";

/** A saved event with the outcome of its last run. */
export function EventItem({ event, bench }: { event: TestEvent; bench: Bench }) {
  const on = event.id === bench.selectedId;
  const edited = bench.drafts[event.id] !== undefined && (on ? bench.dirty : true);
  return (
    <li className={classNames("flex items-center gap-1 border-b border-grid pr-1.5 text-2", on ? "bg-accent-soft" : "hover:bg-sunken")}>
      <button type="button" title={event.name} aria-current={on ? "true" : undefined} onClick={() => bench.select(event.id)} className="min-w-0 flex-1 py-2 pr-1 pl-3.5 text-left -outline-offset-2">
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
          {event.lastRun ? (
            <span className="ml-auto">
              <OutcomeChip outcome={event.lastRun.outcome} throttled={event.lastRun.throttled} />
            </span>
          ) : null}
        </span>
      </button>
      <EventMenu event={event} bench={bench} />
    </li>
  );
}

function EventMenu({ event, bench }: { event: TestEvent; bench: Bench }) {
  const duplicate = () => bench.startNew({ name: `${event.name.slice(0, TEST_EVENT_NAME_MAX - 5)} copy`, payload: event.payload, shared: event.shared });
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="icon" className="size-7!" aria-label={`More for ${event.name}`}>
          <Ellipsis size={14} aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={duplicate}>
        <Copy size={13} aria-hidden /> Duplicate
      </MenuItem>
      <MenuItem danger onSelect={() => void bench.removeEvent(event).catch((error: Error) => toast.error(error.message))}>
        <Trash2 size={13} aria-hidden /> Delete
      </MenuItem>
    </Menu>
  );
}
