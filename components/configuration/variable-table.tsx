"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { sizeBytesOf } from "@/lib/configuration/environment-rules";

export interface VariableRow {
  /** The name that it has now; of an added one, the new name. */
  name: string;
  /** For instance `changed` or `renamed to STAGE`. */
  change: string;
  /** As it was typed; undefined when it is not on this page. */
  value?: string;
  /** Stands where there is no value. */
  valueWord: string;
}

/** Variables before they are changed. Present values are not on the page; what was typed shows on demand, row by row. */
export function VariableTable({ rows }: { rows: readonly VariableRow[] }) {
  return (
    <table className="w-full text-2">
      <thead className="text-left text-1 text-muted">
        <tr>
          <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Variable</th>
          <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">Change</th>
          <th scope="col" className="border-b border-line py-1.5 font-medium">New value</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, change, value, valueWord }) => (
          <tr key={`${change} ${name}`} className="align-top">
            <th scope="row" className="border-b border-grid py-2 pr-3 min-w-28 text-left font-mono font-medium break-all">{name}</th>
            <td className="border-b border-grid py-2 pr-3 break-words">{change}</td>
            <td className="border-b border-grid py-2">{value ? <TypedValue name={name} value={value} /> : <span className="text-muted">{valueWord}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A typed value, hidden until it is asked for: somebody may look on. */
function TypedValue({ name, value }: { name: string; value: string }) {
  const [shown, setShown] = useState(false);
  const bytes = sizeBytesOf(value);
  return (
    <span className="flex items-start gap-2">
      <span className="min-w-0 flex-1 font-mono break-all whitespace-pre-wrap">{shown ? value : `•••••••• ${bytes.toLocaleString("en")} ${bytes === 1 ? "byte" : "bytes"}`}</span>
      <Button variant="quiet" size="icon" className="size-5!" aria-label={`${shown ? "Hide" : "Show"} ${name}`} title={shown ? "Hide" : "Show"} onClick={() => setShown(!shown)}>
        {shown ? <EyeOff size={13} aria-hidden /> : <Eye size={13} aria-hidden />}
      </Button>
    </span>
  );
}
