"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { daysFinding } from "@/lib/cost/cost-findings";
import type { CostReport } from "@/lib/cost/schema";
import { COMPONENTS, type DayCost, reading } from "./day-components";
import { DayPlot } from "./day-plot";
import { DayTable } from "./day-table";

interface DayBarsProps {
  days: readonly DayCost[];
  /** Start of the month when the days are a month so far: the days to come keep their room. */
  monthOf?: number;
  nowMs: number;
  prices: CostReport["prices"];
}

/** Cost by UTC day, before the free tier, with the same figures in a table behind a toggle. */
export function DayBars({ days, monthOf, nowMs, prices }: DayBarsProps) {
  const [asTable, setAsTable] = useState(false);
  const [shown, setShown] = useState<DayCost>();
  if (days.length < 2 && monthOf === undefined) return null;
  return (
    <section aria-label="Cost by day" className="mt-5 flex flex-1 flex-col border-t border-line pt-3">
      <div className="mb-2 flex flex-wrap items-start gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="text-3 font-medium">By day, before the free tier</h3>
          <p className="min-h-10 text-2 text-muted" aria-live="polite">
            {shown ? reading(shown) : daysFinding(days, nowMs)}
          </p>
        </div>
        <ul className="flex gap-3 pt-1 text-1 text-muted" aria-label="Legend">
          {COMPONENTS.map(({ key, label, fill }) => (
            <li key={key} className="flex items-center gap-1.5">
              <span aria-hidden className={classNames("size-2 rounded-[2px]", fill)} />
              {label}
            </li>
          ))}
        </ul>
        <Button variant="quiet" size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? "View as chart" : "View as table"}
        </Button>
      </div>
      {asTable ? <DayTable days={days} prices={prices} /> : <DayPlot days={days} monthOf={monthOf} nowMs={nowMs} prices={prices} onShow={setShown} />}
    </section>
  );
}
