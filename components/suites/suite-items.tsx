"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { EmptyState } from "@/components/layout/states";
import { useConnectionId } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { Suite, SuiteItemView } from "@/lib/suites/schema";
import { AddEventsDialog } from "./add-events-dialog";
import { FlakyHelp } from "./flaky-help";
import { QualifierInput } from "./qualifier-input";
import { itemKey, useSuiteItems } from "./use-suite-items";

/** What the suite runs, in its order. */
export function SuiteItems({ suite }: { suite: Suite }) {
  const edits = useSuiteItems(suite);
  const [adding, setAdding] = useState(false);
  const { items } = edits;
  const addButton = (
    <Button size="small" onClick={() => setAdding(true)}>
      <Plus size={13} aria-hidden /> Add events
    </Button>
  );
  return (
    <Card className="overflow-hidden">
      <section aria-label="Events of the suite">
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
          <h2 className="flex-1 text-2 font-medium">
            Events {items.length > 0 ? <span className="font-normal text-muted">{items.length.toLocaleString("en")}, run in this order</span> : null}
          </h2>
          {items.some(({ flaky }) => flaky) ? (
            <span className="inline-flex items-center gap-1.5 text-1 text-muted">
              flaky <FlakyHelp />
            </span>
          ) : null}
          {items.length > 0 ? addButton : null}
        </div>
        {items.length === 0 ? (
          <EmptyState title="No events in this suite yet" action={addButton}>
            Save events on a function&apos;s Test page, with assertions; then add them here.
          </EmptyState>
        ) : (
          <ol>
            {items.map((item, index) => (
              <ItemRow key={itemKey(item)} item={item} first={index === 0} last={index === items.length - 1} onMove={(by) => edits.move(index, by)} onRemove={() => edits.remove(index)} onQualifier={(qualifier) => edits.setQualifier(index, qualifier)} />
            ))}
          </ol>
        )}
      </section>
      {adding ? <AddEventsDialog present={items} onAdd={edits.add} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

interface ItemRowProps {
  item: SuiteItemView;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onQualifier: (qualifier: string) => void;
}

function ItemRow({ item, first, last, onMove, onRemove, onQualifier }: ItemRowProps) {
  const connection = useConnectionId();
  const { eventName, functionName, region, testEventId, qualifier, flaky } = item;
  const name = eventName ?? "deleted event";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-grid px-4 py-2 text-2 last:border-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2">
          {eventName ? (
            <Link href={`/${connection}/functions/${region}/${functionName}/test?event=${testEventId}`} className="min-w-0 truncate font-medium hover:underline">
              {eventName}
            </Link>
          ) : (
            <span className="text-error">This event was deleted</span>
          )}
          {flaky ? (
            <Chip tone="warm" title={`${flaky.passed} passed and ${flaky.failed} failed of its last graded runs at ${flaky.version}`}>
              flaky: {flaky.passed} passed, {flaky.failed} failed
            </Chip>
          ) : null}
        </p>
        <p className="truncate text-1 text-muted">
          {functionName} · {region} · {assertionText(item)}
        </p>
      </div>
      <QualifierInput label={`Qualifier of ${name} at ${functionName}`} place={{ connection, region, name: functionName }} value={qualifier} onChange={onQualifier} />
      <div className="flex items-center">
        <Button variant="quiet" size="small" aria-label={`Move ${name} up`} disabled={first} onClick={() => onMove(-1)}>
          <ArrowUp size={13} aria-hidden />
        </Button>
        <Button variant="quiet" size="small" aria-label={`Move ${name} down`} disabled={last} onClick={() => onMove(1)}>
          <ArrowDown size={13} aria-hidden />
        </Button>
        <Button variant="quiet" size="small" aria-label={`Remove ${name}`} onClick={onRemove}>
          <X size={13} aria-hidden />
        </Button>
      </div>
    </li>
  );
}

function assertionText({ assertionCount, invocationType, eventName }: SuiteItemView): string {
  if (eventName === undefined) return "remove it, or it ends as not run";
  const how = invocationType === "Event" ? ", asynchronous" : invocationType === "DryRun" ? ", dry run" : "";
  if (assertionCount === 0) return `nothing asserted${how}`;
  return `${assertionCount} assertion${assertionCount === 1 ? "" : "s"}${how}`;
}
