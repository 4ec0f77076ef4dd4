"use client";

import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { JsonSpan } from "@/lib/runs/json-outline";
import { type JsonRow, openAtFirst, rowsOf } from "@/lib/runs/json-rows";
import { VirtualRows } from "./virtual-rows";

/** What shows unfolded without a click. */
const FIRST_ROWS = 200;
/** A longer text of one value is cut here; the raw view has it whole. */
const SHOWN_CHARACTERS = 400;
const INDENT_PX = 14;

/** JSON as a tree that unfolds; only what is in sight is rendered, only what is unfolded is read. */
export function JsonTree({ label, text, root, className }: { label: string; text: string; root: JsonSpan; className?: string }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(() => openAtFirst(text, root, FIRST_ROWS));
  const rows = useMemo(() => rowsOf(text, root, open), [text, root, open]);
  const toggle = (id: number, wanted = !open.has(id)) => {
    if (wanted === open.has(id)) return;
    const next = new Set(open);
    if (wanted) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  return <VirtualRows label={label} count={rows.length} className={className} renderRow={(index) => (rows[index] ? <TreeRow text={text} row={rows[index]} toggle={toggle} /> : null)} />;
}

type Toggle = (id: number, wanted?: boolean) => void;

function TreeRow({ text, row, toggle }: { text: string; row: JsonRow; toggle: Toggle }) {
  const { kind, depth, open, count, closes } = row;
  const [opening, closing] = kind === "object" ? ["{", "}"] : ["[", "]"];
  const margin = { paddingLeft: depth * INDENT_PX };
  if (closes) {
    return (
      <span style={margin} className="pl-4">
        <span className="ml-4 text-muted">{closing}</span>
      </span>
    );
  }
  if (kind === "scalar") {
    return (
      <span style={margin}>
        <span className="ml-4">
          <Key row={row} />
          <Scalar text={text} row={row} />
        </span>
      </span>
    );
  }
  return (
    <span style={margin} className="flex items-center">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => toggle(row.id)}
        onKeyDown={(event) => toggleByArrow(event, row.id, toggle)}
        className="flex items-center rounded-sm -outline-offset-1 hover:bg-sunken"
      >
        <ChevronRight size={12} aria-hidden className={classNames("mr-1 text-muted", open && "rotate-90")} />
        <Key row={row} />
        <span className="text-muted">
          {open ? opening : `${opening}…${closing}`}
          {open ? (count === 0 ? closing : <span className="text-faint"> {countWords(kind, count ?? 0)}</span>) : null}
        </span>
      </button>
    </span>
  );
}

function toggleByArrow(event: KeyboardEvent, id: number, toggle: Toggle) {
  if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
  event.preventDefault();
  toggle(id, event.key === "ArrowRight");
}

function countWords(kind: JsonRow["kind"], count: number): string {
  const [one, many] = kind === "object" ? ["member", "members"] : ["entry", "entries"];
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function Key({ row: { key } }: { row: JsonRow }) {
  if (key === undefined) return null;
  return (
    <>
      <span className={typeof key === "string" ? "text-cold" : "text-faint"}>{key}</span>
      <span className="text-muted">: </span>
    </>
  );
}

function Scalar({ text, row: { start, end } }: { text: string; row: JsonRow }) {
  const shown = text.slice(start, Math.min(end, start + SHOWN_CHARACTERS));
  return (
    <>
      <span className={text[start] === '"' ? "text-accent" : "text-throttle"}>{shown}</span>
      {end - start > SHOWN_CHARACTERS ? <span className="text-muted">… {(end - start).toLocaleString("en")} characters, whole in Raw</span> : null}
    </>
  );
}
