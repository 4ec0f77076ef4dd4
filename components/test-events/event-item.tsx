"use client";

import { CloudUpload, Copy, Download, Ellipsis, Share2, Terminal, Trash2 } from "lucide-react";
import { VerdictChip } from "@/components/assertions/verdict-chip";
import { useModeRefusal } from "@/components/connections/use-connection";
import { OutcomeChip } from "@/components/runs/outcome-chip";
import type { Bench } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { TestEventSummary } from "@/lib/test-events/schema";
import type { EventActions } from "./use-event-actions";

interface EventItemProps {
  event: TestEventSummary;
  bench: Bench;
  actions: EventActions;
}

/** A saved event with how its last run ended. */
export function EventItem({ event, bench, actions }: EventItemProps) {
  const on = event.id === bench.selectedId;
  const edited = bench.drafts[event.id] !== undefined && (on ? bench.dirty : true);
  return (
    <div className={classNames("flex h-full items-center gap-1 border-b border-grid pr-1.5 text-2", on ? "bg-accent-soft" : "hover:bg-sunken")}>
      <button type="button" title={[event.name, event.description, event.tags.map((tag) => `#${tag}`).join(" ")].filter(Boolean).join("\n")} aria-current={on ? "true" : undefined} onClick={() => bench.select(event.id)} className="h-full min-w-0 flex-1 pr-1 pl-3.5 text-left -outline-offset-2">
        <span className={classNames("flex items-center gap-1.5", on && "font-medium")}>
          <span className="truncate">{event.name}</span>
          {edited ? (
            <span title="Edited, not saved" className="text-accent">
              •<span className="sr-only"> edited, not saved</span>
            </span>
          ) : null}
        </span>
        <span className="mt-0.5 flex items-center gap-1.5 text-1 text-muted">
          <Belonging event={event} />
          {event.lastRun ? <span className="ml-auto">{event.lastRun.verdict ? <VerdictChip verdict={event.lastRun.verdict} /> : <OutcomeChip outcome={event.lastRun.outcome} throttled={event.lastRun.throttled} />}</span> : null}
        </span>
      </button>
      <EventMenu event={event} actions={actions} />
    </div>
  );
}

/** Its first tag says more than that it is one of this function's. */
function Belonging({ event: { shared, tags } }: { event: TestEventSummary }) {
  const words = tags.length > 0 ? tags.map((tag) => `#${tag}`).join(" ") : shared ? "shared" : "this function";
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {shared ? <Share2 size={11} aria-label={tags.length > 0 ? "shared" : undefined} aria-hidden={tags.length === 0} className="shrink-0" /> : null}
      <span className="truncate">{words}</span>
    </span>
  );
}

function EventMenu({ event, actions }: { event: TestEventSummary; actions: EventActions }) {
  const refusal = useModeRefusal("operate");
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="icon" className="size-7!" aria-label={`More for ${event.name}`}>
          <Ellipsis size={14} aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => actions.duplicate(event.id)}>
        <Copy size={13} aria-hidden /> Duplicate
      </MenuItem>
      <MenuItem onSelect={() => actions.download(event.id)}>
        <Download size={13} aria-hidden /> Export as a file
      </MenuItem>
      <MenuItem onSelect={() => actions.copyCurl(event.id)}>
        <Terminal size={13} aria-hidden /> Copy as curl
      </MenuItem>
      <MenuItem disabled={refusal !== undefined} onSelect={() => actions.shareThroughAws(event.id)}>
        <CloudUpload size={13} aria-hidden /> Share through AWS
      </MenuItem>
      <MenuItem danger onSelect={() => actions.remove(event)}>
        <Trash2 size={13} aria-hidden /> Delete
      </MenuItem>
    </Menu>
  );
}
