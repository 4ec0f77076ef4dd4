import { dayReceipt, dayText, dayTotalUsd } from "@/lib/cost/cost-findings";
import type { CostReport } from "@/lib/cost/schema";
import { formatUsd } from "@/lib/format";
import { COMPONENTS, type DayCost } from "./day-components";
import { ReceiptButton } from "./receipt-button";

/** The days' figures as a table, newest first. */
export function DayTable({ days, prices }: { days: readonly DayCost[]; prices: CostReport["prices"] }) {
  return (
    <div tabIndex={0} role="region" aria-label="Cost by day as a table" className="max-h-96 overflow-auto">
      <table className="w-full text-2">
        <thead className="sticky top-0 bg-surface text-1 text-muted">
          <tr>
            <th scope="col" className="py-1.5 text-left font-normal">
              Day (UTC)
            </th>
            {COMPONENTS.map(({ key, label }) => (
              <th key={key} scope="col" className="figures py-1.5 pl-4 font-normal first-letter:uppercase">
                {label}
              </th>
            ))}
            <th scope="col" className="figures py-1.5 pl-4 font-normal">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.dayMs} className="border-t border-grid">
              <th scope="row" className="py-1.5 text-left font-normal">
                {dayText(day.dayMs)}
              </th>
              {COMPONENTS.map(({ key }) => (
                <td key={key} className="figures py-1.5 pl-4 text-muted">
                  {formatUsd(day[key])}
                </td>
              ))}
              <td className="figures py-1.5 pl-4">
                <ReceiptButton title={`all functions, ${dayText(day.dayMs)} (UTC), before the free tier`} amountUsd={dayTotalUsd(day)} lines={dayReceipt(day)} prices={prices} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
