"use client";

import { ChartColumn, Table } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { ChartLegend } from "./chart-legend";
import { ChartTable } from "./chart-table";
import { PLOT_HEIGHT } from "./plot-height";
import type { Reading, TimeFrame, TimeSeries } from "./time-series";

interface ChartPanelProps {
  title: string;
  /** A `Help` that explains the concept and how it is measured. */
  help?: ReactNode;
  /** What the picture shows, in one sentence. */
  finding: ReactNode;
  legend: readonly Pick<TimeSeries, "label" | "tone" | "shape">[];
  frame: TimeFrame;
  readings: readonly Reading[];
  /** The chart; it gets a box of a fixed height. */
  children: ReactNode;
  /** What the table's figures are, for instance which statistic. */
  tableNote?: string;
  className?: string;
}

/** A chart with its finding in words, its legend, and the same figures as a table behind a toggle. */
export function ChartPanel({ title, help, finding, legend, frame, readings, children, tableNote, className }: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <Card className={classNames("flex min-w-0 flex-col px-4 pt-3 pb-3", className)} role="group" aria-labelledby={titleId}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="flex items-center gap-1.5">
          <h2 id={titleId} className="text-2 font-semibold">
            {title}
          </h2>
          {help}
        </div>
        <div className="ml-auto flex items-center gap-2">
          <ChartLegend series={legend} />
          <Button
            variant="quiet"
            size="small"
            aria-label={asTable ? `View ${title} as chart` : `View ${title} as table`}
            title={asTable ? "View as chart" : "View as table"}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <ChartColumn size={14} aria-hidden /> : <Table size={14} aria-hidden />}
          </Button>
        </div>
      </div>
      <p className="mb-2 min-h-[19px] text-2 text-muted">{finding}</p>
      <div className={PLOT_HEIGHT}>{asTable ? <ChartTable title={title} note={tableNote} frame={frame} readings={readings} /> : children}</div>
    </Card>
  );
}
