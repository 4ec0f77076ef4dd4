import { KeyRound, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { EnvironmentMatrix, MatrixRow } from "@/lib/environment/schema";
import { formatBytes } from "@/lib/format";
import { columnName, groupLetter, verdictWord } from "./verdict-words";

interface MatrixTableProps {
  matrix: EnvironmentMatrix;
  rows: readonly MatrixRow[];
  onRemove: (index: number) => void;
}

const STICKY = "sticky left-0 bg-surface";

/** Names down, functions across. Equal letters in a row are equal values; A is the most common one. */
export function MatrixTable({ matrix: { columns }, rows, onRemove }: MatrixTableProps) {
  return (
    // A table that scrolls must be reachable by keyboard.
    <section aria-label="Variables by function" tabIndex={0} className="overflow-x-auto -outline-offset-2">
      <table className="w-full text-2">
        <caption className="sr-only">Equal letters in a row are equal values; A is the most common one.</caption>
        <thead className="text-left">
          <tr className="align-bottom">
            <th scope="col" className={classNames(STICKY, "border-b border-line px-4 py-2 text-1 font-medium text-muted")}>Variable</th>
            {columns.map((column, index) => (
              <th key={`${column.region}/${columnName(column)}`} scope="col" className="min-w-36 border-b border-line px-3 py-2 font-medium">
                <span className="flex items-start gap-1">
                  <span className="min-w-0 flex-1 break-words">
                    {columnName(column)}
                    <span className="block text-1 font-normal text-muted">
                      {column.region}
                      {column.totalBytes === undefined ? "" : ` · ${formatBytes(column.totalBytes)}`}
                    </span>
                    {column.problem ? (
                      <span role="alert" className="block max-w-72 text-1 font-normal text-error">
                        {column.problem} {column.hint}
                      </span>
                    ) : null}
                  </span>
                  <Button variant="quiet" size="icon" className="size-5!" aria-label={`Take ${columnName(column)} out`} title="Take out" onClick={() => onRemove(index)}>
                    <X size={12} aria-hidden />
                  </Button>
                </span>
              </th>
            ))}
            <th scope="col" className="border-b border-line px-4 py-2 text-1 font-medium text-muted">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, verdict, cells, secretHint }) => (
            <tr key={key} className="hover:bg-sunken">
              <th scope="row" className={classNames(STICKY, "border-b border-grid px-4 py-2 text-left font-mono text-2 font-normal break-all sm:break-normal sm:whitespace-nowrap")}>
                {key}
                {secretHint ? (
                  <span title={`Looks like a secret: ${secretHint}`} className="ml-1.5 inline-block align-middle text-accent">
                    <KeyRound size={12} aria-label={`looks like a secret: ${secretHint}`} />
                  </span>
                ) : null}
              </th>
              {cells.map(({ group }, index) => (
                <td key={columns[index] ? `${columns[index].region}/${columnName(columns[index])}` : index} className="border-b border-grid px-3 py-2">
                  <Cell group={group} unread={columns[index]?.problem !== undefined} verdict={verdict} />
                </td>
              ))}
              <td className={classNames("border-b border-grid px-4 py-2 whitespace-nowrap", verdict === "same" ? "text-muted" : "font-medium")}>{verdictWord(verdict, columns.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A letter for the value, filled where it is not the common one; a dashed box where the key is missing. */
function Cell({ group, unread, verdict }: { group: number | undefined; unread: boolean; verdict: MatrixRow["verdict"] }) {
  if (unread) return <span className="text-1 text-muted">not read</span>;
  if (group === undefined) return <span className="rounded-sm border border-dashed border-line-strong px-1.5 py-px text-1 text-muted">missing</span>;
  const alone = verdict === "same" || verdict === "missing";
  return (
    <span className={classNames("inline-block min-w-6 rounded-sm border px-1.5 py-px text-center font-mono text-1", group === 0 ? "border-line text-muted" : "border-transparent bg-accent-soft font-semibold text-accent")}>
      {groupLetter(group)}
      <span className="sr-only">{alone ? "" : group === 0 ? " (most common value)" : " (another value)"}</span>
    </span>
  );
}
