"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";

export const CODE_ROW_PX = 20;

interface VirtualRowsProps {
  label: string;
  count: number;
  /** One row of `CODE_ROW_PX`; only those in sight are asked for. */
  renderRow: (index: number) => ReactNode;
  /** Stays at the end while rows are added, as long as the person has not scrolled away from it. */
  followEnd?: boolean;
  /** Says how tall it may become. */
  className?: string;
}

/** Lines of code of which only those in sight are in the document. */
export function VirtualRows({ label, count, renderRow, followEnd = false, className }: VirtualRowsProps) {
  "use no memo";
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // The virtualizer changes in place, which is what "use no memo" above is for.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => CODE_ROW_PX, overscan: 12, useFlushSync: false });
  useEffect(() => {
    if (followEnd && atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [followEnd, count]);
  const items = virtualizer.getVirtualItems();
  return (
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={label}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < CODE_ROW_PX * 2;
      }}
      className={classNames("overflow-auto py-2 font-mono text-1 -outline-offset-2", className)}
    >
      <div style={{ height: virtualizer.getTotalSize() }}>
        <div style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }} className="w-max min-w-full">
          {items.map(({ index, key }) => (
            <div key={key} style={{ height: CODE_ROW_PX }} className="flex items-center px-3.5 whitespace-pre">
              {renderRow(index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
