"use client";

import { Plus } from "lucide-react";
import { ErrorState, LoadingLines } from "@/components/layout/states";
import { type Bench, NEW_EVENT } from "@/components/runs/use-bench";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { type EventTemplate, EVENT_TEMPLATES, templatePayload } from "@/lib/test-events/event-templates";
import { EventItem } from "./event-item";

/** Saved events of the function and shared ones, the one being written, and templates to start from. */
export function EventList({ bench }: { bench: Bench }) {
  const { list, events, selectedId, drafts } = bench;
  const startsNew = !list.isPending && (selectedId === NEW_EVENT || drafts[NEW_EVENT] !== undefined);
  return (
    <section aria-label="Test events" className="flex max-h-72 min-h-0 min-w-0 flex-col border-b border-line lg:col-span-2 lg:max-h-44 xl:col-span-1 xl:h-[600px] xl:max-h-none xl:border-r xl:border-b-0">
      <div className="flex min-h-11 items-center justify-between border-b border-line py-1.5 pr-1.5 pl-3.5 text-1 text-muted">
        <h2>Test events</h2>
        <NewEventMenu bench={bench} />
      </div>
      {list.error && !list.data ? <ErrorState error={list.error} what="Events could not be read" onRetry={list.refetch} /> : null}
      {list.isPending ? <LoadingLines lines={3} /> : null}
      <div className="min-h-0 flex-1 overflow-auto">
        <ul>
          {startsNew ? <UnsavedItem bench={bench} /> : null}
          {events.map((event) => (
            <EventItem key={event.id} event={event} bench={bench} />
          ))}
        </ul>
        <Templates bench={bench} />
      </div>
    </section>
  );
}

function UnsavedItem({ bench }: { bench: Bench }) {
  const on = bench.selectedId === NEW_EVENT;
  const name = bench.drafts[NEW_EVENT]?.name.trim();
  return (
    <li className={classNames("border-b border-grid text-2", on ? "bg-accent-soft" : "hover:bg-sunken")}>
      <button type="button" aria-current={on ? "true" : undefined} onClick={() => bench.select(NEW_EVENT)} className="flex w-full items-center gap-2 px-3.5 py-2 text-left -outline-offset-2">
        <span className={classNames("min-w-0 flex-1 truncate", on && "font-medium")}>{name || "New event"}</span>
        <span className="text-1 whitespace-nowrap text-muted">not saved</span>
      </button>
    </li>
  );
}

function startFrom(bench: Bench, template: EventTemplate): void {
  bench.startNew({ name: template.name, payload: templatePayload(template), shared: false });
}

/** Where there is room; the menu has them too. */
function Templates({ bench }: { bench: Bench }) {
  return (
    <div className="hidden xl:block">
      <h3 className="border-b border-grid px-3.5 pt-4 pb-1.5 text-1 text-muted">Templates</h3>
      <ul>
        {EVENT_TEMPLATES.map((template) => (
          <li key={template.id} className="border-b border-grid">
            <button type="button" onClick={() => startFrom(bench, template)} className="w-full truncate px-3.5 py-1.5 text-left text-2 text-muted -outline-offset-2 hover:bg-sunken hover:text-text">
              {template.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
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
        <MenuItem key={template.id} onSelect={() => startFrom(bench, template)}>
          {template.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
