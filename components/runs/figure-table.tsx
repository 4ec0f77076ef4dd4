import type { Run } from "@/lib/runs/schema";
import { figureRows } from "./figure-rows";

export function FigureTable({ before, after }: { before: Run; after: Run }) {
  const cell = "figures border-b border-grid px-2.5 py-1.5 last:pr-3.5";
  const head = "border-b border-line px-2.5 py-1.5 font-medium first:pl-3.5 last:pr-3.5";
  return (
    <div tabIndex={0} role="region" aria-label="Figures of both runs" className="overflow-x-auto -outline-offset-2">
      <table className="w-full text-2">
        <thead className="text-1 text-muted">
          <tr>
            <th scope="col" className={`${head} text-left`}>
              Figure
            </th>
            {["Before", "After", "Change"].map((label) => (
              <th key={label} scope="col" className={`${head} text-right`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureRows(before, after).map((row) => (
            <tr key={row.label}>
              <th scope="row" className="border-b border-grid px-3.5 py-1.5 text-left font-normal text-muted">
                {row.label}
              </th>
              <td className={cell}>{row.before}</td>
              <td className={cell}>{row.after}</td>
              <td className={`${cell} text-muted`}>{row.change ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
