import { classNames } from "@/components/ui/class-names";
import { amountTexts } from "@/lib/cost/receipt-text";

export interface ReceiptEntry {
  label: string;
  detail: string;
  /** How the quantity was found. */
  method?: string;
  amountUsd: number;
}

interface ReceiptProps {
  lines: readonly ReceiptEntry[];
  totalUsd: number;
  /** Names the table for screen readers. */
  caption: string;
  notes?: readonly string[];
  prices?: { asOf: string; source: string };
}

/** The arithmetic of a dollar figure: quantity × price, how the quantity was found, where the price is from. */
export function Receipt({ lines, totalUsd, caption, notes = [], prices }: ReceiptProps) {
  const amounts = amountTexts([...lines.map(({ amountUsd }) => amountUsd), totalUsd]);
  return (
    <div className="flex flex-col gap-3 text-2">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Item and arithmetic</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.label} className="border-b border-grid align-baseline">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span>{line.label}</span>
                  <span className="font-mono text-1 break-words text-muted">{line.detail}</span>
                </span>
                {line.method ? <span className="mt-0.5 block text-1 text-muted">{line.method}</span> : null}
              </th>
              <td className={classNames("figures py-2 font-mono text-1", line.amountUsd < 0 && "text-muted")}>{amounts[index]}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line-strong font-semibold">
            <th scope="row" className="py-2 text-left font-semibold">
              Total
            </th>
            <td className="figures py-2 font-mono text-1">{amounts.at(-1)}</td>
          </tr>
        </tfoot>
      </table>
      <ReceiptNotes notes={notes} prices={prices} />
    </div>
  );
}

function ReceiptNotes({ notes, prices }: { notes: readonly string[]; prices?: { asOf: string; source: string } }) {
  if (notes.length === 0 && !prices?.source) return null;
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-3 text-1 text-muted">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {prices?.source ? <p className="break-words">Prices: {prices.source}.</p> : null}
    </div>
  );
}
