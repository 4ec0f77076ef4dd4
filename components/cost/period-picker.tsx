"use client";

import { RangePicker } from "@/components/layout/range-picker";
import { useViewState } from "@/components/layout/view-state";
import { Segmented } from "@/components/ui/segmented";

const OPTIONS = [
  { value: "month", label: "Month so far", title: "Since the first of the month, UTC, as AWS bills" },
  { value: "range", label: "Range", title: "The time range that the other pages show" },
] as const;

/** Period of the cost page as the address has it: `month`, or the range. */
export function useCostPeriod(): string {
  const view = useViewState();
  return view.get("period") === "range" ? view.range : "month";
}

/** The month, which is what AWS bills, or the time range of the other pages. */
export function PeriodPicker() {
  const view = useViewState();
  const value = view.get("period") === "range" ? "range" : "month";
  return (
    <>
      <Segmented label="Period" value={value} options={OPTIONS} onChange={(period) => view.set({ period: period === "month" ? undefined : period })} />
      {value === "range" ? <RangePicker /> : null}
    </>
  );
}
