"use client";

import Link from "next/link";
import { useState } from "react";
import { useConnectionId, useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { priceSources } from "@/lib/cost/pricing";
import { quantityText } from "@/lib/cost/receipt-text";
import type { CostReport, FunctionCost } from "@/lib/cost/schema";
import { formatPercent } from "@/lib/format";
import { ReceiptButton } from "./receipt-button";

const ROWS_AT_A_TIME = 100;
const CELL = "h-[46px] border-b border-grid px-3 whitespace-nowrap";
const HEADERS = [
  { label: "Function" },
  { label: "Cost", figure: true },
  { label: "Share", figure: true },
  { label: "Requests", figure: true },
  { label: "GB-seconds", figure: true },
  { label: "INIT GB-s", figure: true },
  { label: "Memory", figure: true },
  { label: "Architecture" },
];

/** Every function, dearest first, before the free tier: that belongs to the account, not to one of them. */
export function FunctionCostTable({ report }: { report: CostReport }) {
  const [shown, setShown] = useState(ROWS_AT_A_TIME);
  const { functions } = report;
  return (
    <Card className="overflow-hidden">
      <div className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-5 py-3">
        <h2 className="text-3 font-medium">By function</h2>
        <p className="text-2 text-muted">Dearest first, before the free tier, which belongs to the account.</p>
      </div>
      <div tabIndex={0} role="region" aria-label="Cost by function" className="overflow-auto -outline-offset-2">
        <table className="w-full border-separate border-spacing-0 text-2">
          <thead className="text-1 text-muted">
            <tr>
              {HEADERS.map(({ label, figure }) => (
                <th key={label} scope="col" className={classNames("border-b border-line px-3 py-2 font-normal first:pl-5 last:pr-5", figure ? "figures" : "text-left")}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {functions.slice(0, shown).map((entry) => (
              <FunctionCostRow key={`${entry.region} ${entry.name}`} entry={entry} report={report} />
            ))}
          </tbody>
        </table>
      </div>
      {functions.length > shown ? (
        <div className="flex justify-center p-3">
          <Button size="small" onClick={() => setShown(shown + ROWS_AT_A_TIME)}>
            Show {Math.min(ROWS_AT_A_TIME, functions.length - shown)} more of {functions.length - shown}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function FunctionCostRow({ entry, report }: { entry: FunctionCost; report: CostReport }) {
  const connection = useConnectionId();
  const { hrefWithView } = useViewState();
  const { region, name, memoryMb, architecture, requests, gbSeconds, initGbSeconds, costUsd } = entry;
  const share = costUsd !== undefined && report.grossUsd > 0 ? costUsd / report.grossUsd : undefined;
  return (
    <tr className="hover:bg-sunken">
      <th scope="row" className={classNames(CELL, "max-w-72 pl-5 text-left font-normal")}>
        <Link href={hrefWithView(`/${connection}/functions/${region}/${name}`)} className="block truncate font-medium hover:underline">
          {name}
        </Link>
        <span className="block text-1 leading-tight text-muted">{region}</span>
      </th>
      <td className={classNames(CELL, "figures font-medium")}>
        <ReceiptButton title={`${name} in ${region}, ${report.period.label}, before the free tier`} amountUsd={costUsd} lines={entry.receipt} notes={entry.notes} prices={priceSources([region])} />
      </td>
      <td className={classNames(CELL, "figures text-muted")}>{share === undefined ? "–" : formatPercent(share)}</td>
      <td className={classNames(CELL, "figures")}>{requests.toLocaleString("en")}</td>
      <td className={classNames(CELL, "figures")}>{quantityText(gbSeconds)}</td>
      <td className={classNames(CELL, "figures")}>
        <InitCell gbSeconds={initGbSeconds} notes={entry.notes} />
      </td>
      <td className={classNames(CELL, "figures")}>
        {memoryMb.toLocaleString("en")} <span className="text-muted">MB</span>
      </td>
      <td className={classNames(CELL, "pr-5 text-muted")}>{architecture}</td>
    </tr>
  );
}

function InitCell({ gbSeconds, notes }: { gbSeconds: number | undefined; notes: readonly string[] }) {
  const note = notes.find((text) => text.startsWith("INIT"));
  if (!note) return gbSeconds === undefined ? <span className="text-muted">–</span> : quantityText(gbSeconds);
  return <Chip title={note}>{gbSeconds === undefined ? "unknown" : `≈ ${quantityText(gbSeconds)}`}</Chip>;
}
