"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useModeRefusal } from "@/components/connections/use-connection";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ListedChange } from "@/lib/activity/schema";
import { formatDateTime } from "@/lib/format";
import { changeLine, KIND_WORDS, pageWords } from "./change-words";
import { UndoDialog } from "./undo-dialog";

/** Shown at once; of more, the rest behind a click. */
const LINES = 4;
/** Kinds that Activity itself can take back; the others' pages do. */
const UNDOABLE: ReadonlySet<ListedChange["kind"]> = new Set(["configuration", "environment", "undo", "log_retention", "delete"]);

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

/** One change: when, who, which function, what, from where, and its way back. */
export function ActivityItem({ change }: { change: ListedChange }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const { region, functionName, changedBy, page, kind } = change;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-b border-grid px-4 py-2.5 text-2 last:border-0 lg:grid-cols-[84px_110px_minmax(150px,220px)_minmax(0,1fr)_140px_88px]">
      <time dateTime={new Date(change.atMs).toISOString()} title={formatDateTime(change.atMs)} className="figures text-left text-muted max-lg:col-start-1 max-lg:row-start-2">
        {TIME.format(change.atMs)} <span className="lg:hidden">· {changedBy ?? "unknown"}</span>
      </time>
      <span className="truncate max-lg:hidden" title={changedBy}>
        {changedBy ?? <span className="text-muted">unknown</span>}
      </span>
      <span className="min-w-0 max-lg:col-start-1 max-lg:row-start-1">
        <Link href={hrefWithView(`/${connection}/functions/${region}/${functionName}`)} className="block truncate font-medium hover:underline" title={functionName}>
          {functionName}
        </Link>
        <span className="block truncate text-1 text-muted max-lg:hidden">{region}</span>
      </span>
      <What change={change} />
      <span className="min-w-0 text-muted max-lg:hidden">{page ? <PageLink page={page} /> : "–"}</span>
      <span className="max-lg:col-start-2 max-lg:row-start-1 lg:text-right">{UNDOABLE.has(kind) && change.status !== "failed" && !change.undoneBy ? <UndoButton change={change} /> : null}</span>
    </li>
  );
}

function PageLink({ page }: { page: string }) {
  return (
    <Link href={page} className="block truncate hover:underline" title={page}>
      {pageWords(page)}
    </Link>
  );
}

function What({ change }: { change: ListedChange }) {
  const { set } = useViewState();
  const { fields, kind, batchId, status } = change;
  const lines = fields.map((field) => (kind === "reveal" ? field.field : changeLine(field, status)));
  return (
    <div className="min-w-0 max-lg:col-span-2">
      <p className="flex flex-wrap items-center gap-1.5">
        <span className="font-medium">{KIND_WORDS[kind]}</span>
        {change.status === "failed" ? <Chip tone="error">failed</Chip> : null}
        {change.status === "intended" ? <Chip tone="warm">outcome unknown</Chip> : null}
        {change.undoneBy ? <Chip>undone</Chip> : null}
        {batchId ? (
          <button type="button" onClick={() => set({ batch: batchId })} className="text-1 text-muted underline-offset-2 hover:underline">
            of a bulk edit
          </button>
        ) : null}
      </p>
      <ul className="mt-0.5 text-muted">
        {lines.slice(0, LINES).map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
      {lines.length > LINES ? (
        <details className="text-muted">
          <summary className="cursor-pointer text-1">{lines.length - LINES} more</summary>
          <ul>
            {lines.slice(LINES).map((line) => (
              <li key={line} className="break-words">
                {line}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {change.error ? <p className="mt-0.5 break-words text-error">{change.error}</p> : null}
    </div>
  );
}

function UndoButton({ change }: { change: ListedChange }) {
  const refusal = useModeRefusal("operate");
  const [reviewing, setReviewing] = useState(false);
  return (
    <>
      <Button size="small" disabledReason={refusal} onClick={() => setReviewing(true)}>
        <Undo2 size={13} aria-hidden /> {change.kind === "delete" ? "Recreate" : "Undo"}
      </Button>
      <UndoDialog change={change} open={reviewing} onOpenChange={setReviewing} />
    </>
  );
}
