"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { formatSort, type Sort } from "@/lib/functions/function-rows";
import type { ReactNode } from "react";
import type { Column, SortKey } from "./columns";

interface HeaderCellProps {
  column: Column;
  sort: Sort;
  onSort: (sort: string) => void;
  /** Before the buttons: what chooses all rows. */
  children?: ReactNode;
}

/** Head of a column: a button for each thing it can be sorted by. */
export function HeaderCell({ column, sort, onSort, children }: HeaderCellProps) {
  const sorted = column.keys.find(({ id }) => id === sort.column);
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}
      className={classNames(
        "border-b border-line bg-surface px-2.5 py-2 text-1 font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4",
        column.figure ? "text-right" : "text-left",
        column.wideOnly && "max-sm:hidden",
        column.keys[0].id === "name" && "sticky left-0 z-10 !pl-10",
      )}
    >
      {children}
      {column.keys.map((key, index) => (
        <span key={key.id}>
          {index > 0 ? <span aria-hidden> · </span> : null}
          <SortButton sortKey={key} sort={sort} onSort={onSort} />
        </span>
      ))}
    </th>
  );
}

function SortButton({ sortKey, sort, onSort }: { sortKey: SortKey; sort: Sort; onSort: (sort: string) => void }) {
  const on = sort.column === sortKey.id;
  const descending = on ? !sort.descending : Boolean(sortKey.descendingFirst);
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      title={sortKey.title}
      onClick={() => onSort(formatSort({ column: sortKey.id, descending }))}
      className={classNames("inline-flex h-6 items-center gap-0.5 hover:text-text", on && "text-text")}
    >
      {sortKey.label}
      {on ? <Arrow size={12} aria-hidden /> : null}
    </button>
  );
}
