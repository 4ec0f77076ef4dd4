"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { valueAxis } from "@/components/charts/value-axis";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { dayReceipt, dayText, dayTotalUsd } from "@/lib/cost/cost-findings";
import { dayOf, daysOfMonth } from "@/lib/cost/cost-period";
import type { CostReport } from "@/lib/cost/schema";
import { formatUsd } from "@/lib/format";
import { COMPONENTS, type DayCost, reading } from "./day-components";
import { Receipt } from "./receipt";

interface DayPlotProps {
  days: readonly DayCost[];
  monthOf?: number;
  nowMs: number;
  prices: CostReport["prices"];
  onShow: (day: DayCost | undefined) => void;
}

const HATCH = "repeating-linear-gradient(45deg, var(--surface) 0 2px, transparent 2px 6px)";

/** Stacked columns. One tab stop; arrow keys move between days, Enter opens the day's receipt. */
export function DayPlot({ days, monthOf, nowMs, prices, onShow }: DayPlotProps) {
  const [current, setCurrent] = useState(days.length - 1);
  const [opened, setOpened] = useState<DayCost>();
  const columns = useRef<HTMLDivElement>(null);
  const axis = valueAxis(Math.max(...days.map(dayTotalUsd)), { format: formatUsd });
  const slots = monthOf === undefined ? days.map(({ dayMs }) => dayMs) : daysOfMonth(monthOf);
  const active = Math.min(current, days.length - 1);
  const move = (event: KeyboardEvent) => {
    const next = { ArrowLeft: active - 1, ArrowRight: active + 1, Home: 0, End: days.length - 1 }[event.key];
    if (next === undefined || next < 0 || next >= days.length) return;
    event.preventDefault();
    setCurrent(next);
    columns.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div className="grid flex-1 grid-cols-[auto_minmax(0,1fr)] grid-rows-[minmax(13rem,1fr)_auto] gap-x-2 pt-2">
      <div aria-hidden className="relative min-w-12 text-1 text-muted">
        {axis.ticks.map((tick) => (
          <span key={tick} className="absolute right-0 translate-y-1/2 tabular-nums" style={{ bottom: `${(tick / axis.max) * 100}%` }}>
            {axis.format(tick)}
          </span>
        ))}
        <span className="invisible">{axis.format(axis.ticks.at(-2) ?? axis.max)}</span>
      </div>
      <div className="relative">
        {axis.ticks.map((tick) => (
          <span key={tick} aria-hidden className="absolute inset-x-0 border-t border-grid" style={{ bottom: `${(tick / axis.max) * 100}%` }} />
        ))}
        <div ref={columns} role="toolbar" aria-label="Days; arrow keys move, Enter opens the receipt" className="absolute inset-0 flex">
          {slots.map((dayMs, index) => {
            const day = days[index];
            return day ? (
              <DayColumn key={dayMs} day={day} max={axis.max} today={dayMs === dayOf(nowMs)} tabIndex={index === active ? 0 : -1} onShow={onShow} onKeyDown={move} onOpen={() => setOpened(day)} />
            ) : (
              <span key={dayMs} className="w-0 flex-1" />
            );
          })}
        </div>
      </div>
      <div aria-hidden className="col-start-2 mt-1 flex text-1 text-muted">
        {slots.map((dayMs, index) => (
          <span key={dayMs} className="w-0 flex-1 text-center whitespace-nowrap">
            {labelled(index, slots.length) ? <span className="-mx-8">{dayText(dayMs)}</span> : null}
          </span>
        ))}
      </div>
      <Dialog open={opened !== undefined} onOpenChange={() => setOpened(undefined)} title="Receipt" description={opened ? `All functions on ${dayText(opened.dayMs)} (UTC), before the free tier` : ""} wide>
        {opened ? <Receipt lines={dayReceipt(opened)} totalUsd={dayTotalUsd(opened)} caption={`Receipt of ${dayText(opened.dayMs)}`} prices={prices} /> : null}
      </Dialog>
    </div>
  );
}

/** About five labels, however many days. */
function labelled(index: number, count: number): boolean {
  const step = Math.max(1, Math.ceil(count / 5));
  return index % step === Math.floor(step / 2);
}

interface DayColumnProps {
  day: DayCost;
  max: number;
  /** Not over yet: hatched. */
  today: boolean;
  tabIndex: number;
  onShow: (day: DayCost | undefined) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
}

function DayColumn({ day, max, today, tabIndex, onShow, onKeyDown, onOpen }: DayColumnProps) {
  const totalUsd = dayTotalUsd(day);
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-haspopup="dialog"
      aria-label={`${reading(day)}${today ? ", so far" : ""}`}
      onKeyDown={onKeyDown}
      onMouseEnter={() => onShow(day)}
      onMouseLeave={() => onShow(undefined)}
      onFocus={() => onShow(day)}
      onBlur={() => onShow(undefined)}
      onClick={onOpen}
      className="flex h-full w-0 flex-1 flex-col-reverse items-center -outline-offset-2 hover:bg-sunken"
    >
      <span className="relative flex w-5/6 flex-col-reverse overflow-hidden rounded-t-[2px]" style={{ height: `${(totalUsd / max) * 100}%` }}>
        {COMPONENTS.map(({ key, fill }) => (
          <span key={key} className={classNames("block w-full", fill)} style={{ height: `${totalUsd > 0 ? (day[key] / totalUsd) * 100 : 0}%` }} />
        ))}
        {today ? <span className="absolute inset-0 opacity-70" style={{ background: HATCH }} /> : null}
      </span>
    </button>
  );
}
