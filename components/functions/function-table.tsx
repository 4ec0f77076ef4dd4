"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { classNames } from "@/components/ui/class-names";
import type { FunctionRow, Sort } from "@/lib/functions/function-rows";
import type { FunctionRowMetrics } from "@/lib/metrics/schema";
import { type Column, columnsOf } from "./columns";
import { HeaderCell } from "./function-table-header";
import { FunctionTableRow } from "./function-table-row";

const ROW_HEIGHT_PX = 46;

interface FunctionTableProps {
  rows: readonly FunctionRow[];
  sort: Sort;
  /** As in the address. */
  range: string;
  /** Figures by row key. */
  metrics: ReadonlyMap<string, FunctionRowMetrics>;
  metricsLoading: boolean;
  onSort: (sort: string) => void;
  /** Keys of the rendered rows, whenever they change. */
  onVisible: (keys: readonly string[]) => void;
}

/** A real table of which only the rows in sight are in the document: spacer rows stand for the others. */
export function FunctionTable({ rows, sort, range, metrics, metricsLoading, onSort, onVisible }: FunctionTableProps) {
  "use no memo";
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(range), [range]);
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  // The virtualizer changes in place, which is what "use no memo" above is for.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const visible = rows.slice(first, last + 1);
  const visibleText = visible.map(({ key }) => key).join("\n");
  useEffect(() => onVisible(visibleText ? visibleText.split("\n") : []), [visibleText, onVisible]);
  return (
    // The keys are the links' own, caught where they bubble to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label="Functions"
      onKeyDown={moveBetweenRows}
      className="max-h-[max(288px,calc(100dvh-228px))] overflow-auto -outline-offset-2"
    >
      <table aria-rowcount={rows.length + 1} className="w-full min-w-[720px] table-fixed border-separate border-spacing-0 text-2 sm:min-w-[1088px]">
        <ColumnWidths columns={columns} />
        <thead className="sticky top-0 z-10">
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.keys[0].id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer heightPx={first * ROW_HEIGHT_PX} />
          {visible.map((row, index) => (
            <FunctionTableRow
              key={row.key}
              row={row}
              metrics={metrics.get(row.key)}
              metricsLoading={metricsLoading}
              href={hrefWithView(`/${connection}/functions/${row.key}`)}
              rowIndex={first + index + 2}
            />
          ))}
          <Spacer heightPx={(rows.length - 1 - last) * ROW_HEIGHT_PX} />
        </tbody>
      </table>
    </div>
  );
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
