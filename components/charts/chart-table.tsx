import { bucketLabel } from "./time-axis";
import { isProvisional, type Reading, type TimeFrame } from "./time-series";

interface ChartTableProps {
  title: string;
  note?: string;
  frame: TimeFrame;
  readings: readonly Reading[];
}

/** The chart's figures as a table, newest first. It scrolls in its own region. */
export function ChartTable({ title, note, frame, readings }: ChartTableProps) {
  const newestFirst = frame.timestampsMs.map((_, index) => index).reverse();
  return (
    <div role="region" aria-label={`${title} as table`} tabIndex={0} className="h-full overflow-auto rounded-sm border border-line">
      <table className="w-full text-1">
        <caption className="px-2.5 py-1.5 text-left text-muted">
          {title} by period, newest first.{note ? ` ${note}` : ""}
        </caption>
        <thead className="sticky top-0 bg-sunken text-muted">
          <tr>
            <th scope="col" className="px-2.5 py-1 text-left font-medium">
              Period
            </th>
            {readings.map(({ label }) => (
              <th key={label} scope="col" className="figures px-2.5 py-1 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((index) => (
            <tr key={frame.timestampsMs[index]} className="border-t border-line">
              <th scope="row" className="px-2.5 py-1 text-left font-normal whitespace-nowrap">
                {bucketLabel(frame, index)}
                {isProvisional(frame, index) ? <span className="block text-muted sm:ml-2 sm:inline">may still change</span> : null}
              </th>
              {readings.map(({ label, text }) => (
                <td key={label} className="figures px-2.5 py-1">
                  {text(index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
