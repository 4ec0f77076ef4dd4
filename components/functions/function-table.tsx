"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from "react";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { classNames } from "@/components/ui/class-names";
import type { FunctionRow, Sort } from "@/lib/functions/function-rows";
import type { FunctionRowMetrics } from "@/lib/metrics/schema";
import { type Column, columnsOf } from "./columns";
import { HeaderCell } from "./function-table-header";
import { FunctionTableRow } from "./function-table-row";
import { type RowSelection, toggleAll, toggleRow } from "./row-selection";

const ROW_HEIGHT_PX = 46;
const OVERSCAN = 4;

interface FunctionTableProps {
  rows: readonly FunctionRow[];
  sort: Sort;
  /** What the figures are of, in the words of the address. */
  range: string;
  /** Figures by row key. */
  metrics: ReadonlyMap<string, FunctionRowMetrics>;
  metricsLoading: boolean;
  /** The figures are of another range than the one chosen. */
  outdated: boolean;
  onSort: (sort: string) => void;
  selection: RowSelection;
  onSelect: (selection: RowSelection) => void;
  /** Keys of the rendered rows, whenever they change and stay. */
  onVisible: (keys: readonly string[]) => void;
}

/** A real table of which only the rows in sight are in the document: spacer rows stand for the others. */
export function FunctionTable({ rows, sort, range, metrics, metricsLoading, outdated, onSort, selection, onSelect, onVisible }: FunctionTableProps) {
  "use no memo";
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(range), [range]);
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const router = useRouter();
  // The virtualizer changes in place, which is what "use no memo" above is for.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const visible = rows.slice(first, last + 1);
  // A row that scrolls in takes over the elements of one that left: making new ones is what made fast scrolling stutter.
  const slots = Math.max(visible.length, Math.ceil((virtualizer.scrollRect?.height ?? 0) / ROW_HEIGHT_PX) + 1 + 2 * OVERSCAN);
  const visibleText = visible.map(({ key }) => key).join("\n");
  // Rows that only fly past are not asked for: their figures would cost money that nobody looks at.
  const { isScrolling } = virtualizer;
  useEffect(() => {
    if (!isScrolling) onVisible(visibleText ? visibleText.split("\n") : []);
  }, [isScrolling, visibleText, onVisible]);
  return (
    // Keys and clicks are the links' own, caught where they bubble to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label="Functions"
      aria-busy={outdated}
      onKeyDown={moveBetweenRows}
      onClick={(event) => {
        followLink(event, router.push);
        const key = clickedKey(event);
        if (key !== undefined) onSelect(toggleRow(selection, key, { range: event.shiftKey, order: rows.map((row) => row.key) }));
      }}
      className="max-h-[max(288px,calc(100dvh-228px))] overflow-auto -outline-offset-2"
    >
      <table aria-rowcount={rows.length + 1} data-outdated={outdated || undefined} className="group/table w-full min-w-[720px] table-fixed border-separate border-spacing-0 text-2 sm:min-w-[1088px]">
        <ColumnWidths columns={columns} />
        <thead className="sticky top-0 z-10">
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.keys[0].id} column={column} sort={sort} onSort={onSort}>
                {column.keys[0].id === "name" ? <ChooseAll rows={rows} selection={selection} onSelect={onSelect} /> : null}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer heightPx={first * ROW_HEIGHT_PX} />
          {visible.map((row, index) => (
            <FunctionTableRow
              key={(first + index) % slots}
              row={row}
              metrics={metrics.get(row.key)}
              metricsLoading={metricsLoading}
              href={hrefWithView(`/${connection}/functions/${row.key}`)}
              rowIndex={first + index + 2}
              selected={selection.keys.has(row.key)}
            />
          ))}
          <Spacer heightPx={(rows.length - 1 - last) * ROW_HEIGHT_PX} />
        </tbody>
      </table>
    </div>
  );
}

function ChooseAll({ rows, selection, onSelect }: Pick<FunctionTableProps, "rows" | "selection" | "onSelect">) {
  const chosen = rows.filter(({ key }) => selection.keys.has(key)).length;
  return (
    <input
      type="checkbox"
      aria-label={`Choose all ${rows.length.toLocaleString("en")} functions shown`}
      className="absolute top-[11px] left-3.5 size-4 accent-[var(--text)]"
      checked={chosen > 0 && chosen === rows.length}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < rows.length;
      }}
      onChange={() => onSelect(toggleAll(selection, rows.map(({ key }) => key)))}
    />
  );
}

/** Key of the row whose box was clicked. */
function clickedKey(event: MouseEvent): string | undefined {
  return event.target instanceof HTMLInputElement ? event.target.dataset.key : undefined;
}

/** Fixed widths: columns must not move while other rows scroll in. */
function ColumnWidths({ columns }: { columns: readonly Column[] }) {
  return (
    <colgroup>
      {columns.map(({ keys, widthPx, wideOnly }) => (
        <col key={keys[0].id} style={widthPx ? { width: widthPx } : undefined} className={classNames(wideOnly && "max-sm:hidden")} />
      ))}
    </colgroup>
  );
}

function Spacer({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it stands for rows out of sight */}
      <td style={{ height: heightPx, padding: 0 }} />
    </tr>
  );
}

/** Goes to the page of a plain click's link without loading the document anew; a new tab or window is the browser's. */
function followLink(event: MouseEvent, go: (href: string) => void) {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("tbody a") : undefined;
  const href = link?.getAttribute("href");
  if (!href || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(href);
}

/** ↑ and ↓ walk through the functions' names. */
function moveBetweenRows(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>("tbody a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = links[event.key === "ArrowDown" ? at + 1 : at - 1];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  // Keeps the row clear of the sticky head.
  next.closest("tr")?.scrollIntoView({ block: "center" });
}
