"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { type FunctionRow, formatSort, type Sort } from "@/lib/functions/function-rows";
import { COLUMNS, type Column } from "./columns";
import { FunctionTableRow } from "./function-table-row";

const ROW_HEIGHT_PX = 46;

interface FunctionTableProps {
  rows: readonly FunctionRow[];
  sort: Sort;
  metricsLoading: boolean;
  onSort: (sort: string) => void;
  /** Keys of the rendered rows, whenever they change. */
  onVisible: (keys: readonly string[]) => void;
}

/** A real table of which only the rows in sight are in the document: spacer rows stand for the others. */
export function FunctionTable({ rows, sort, metricsLoading, onSort, onVisible }: FunctionTableProps) {
  "use no memo";
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => ROW_HEIGHT_PX, overscan: 8 });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const visible = rows.slice(first, last + 1);
  const visibleText = visible.map(({ key }) => key).join("\n");
  useEffect(() => onVisible(visibleText ? visibleText.split("\n") : []), [visibleText, onVisible]);
  return (
    <div ref={box} tabIndex={0} role="region" aria-label="Functions" onKeyDown={moveBetweenRows} className="max-h-[calc(100dvh-240px)] min-h-72 overflow-auto -outline-offset-2">
      <table aria-rowcount={rows.length + 1} className="w-full border-separate border-spacing-0 text-2">
        <thead className="sticky top-0 z-10 bg-surface">
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer heightPx={first * ROW_HEIGHT_PX} />
          {visible.map((row, index) => (
            <FunctionTableRow key={row.key} row={row} rowIndex={first + index + 2} metricsLoading={metricsLoading} />
          ))}
          <Spacer heightPx={(rows.length - 1 - last) * ROW_HEIGHT_PX} />
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={COLUMNS.length} style={{ height: heightPx, padding: 0 }} />
    </tr>
  );
}

function HeaderCell({ column, sort, onSort }: { column: Column; sort: Sort; onSort: (sort: string) => void }) {
  const on = sort.column === column.id;
  const next = { column: column.id, descending: on ? !sort.descending : Boolean(column.descendingFirst) };
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={on ? (sort.descending ? "descending" : "ascending") : undefined}
      className={classNames(
        "border-b border-line px-3 py-2 text-1 font-medium whitespace-nowrap text-muted",
        column.figure ? "text-right" : "text-left",
        column.id === "name" && "sticky left-0 z-10 bg-surface",
      )}
    >
      <button type="button" onClick={() => onSort(formatSort(next))} className="inline-flex items-center gap-1 hover:text-text">
        {column.label}
        {on ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </th>
  );
}

/** ↑ and ↓ walk through the functions' names. */
function moveBetweenRows(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>("tbody a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = links[event.key === "ArrowDown" ? at + 1 : at - 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
