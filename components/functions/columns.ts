import type { SortColumn } from "@/lib/functions/function-rows";

export interface Column {
  id: SortColumn;
  label: string;
  /** Right-aligned figure. */
  figure?: boolean;
  /** First click sorts the biggest first. */
  descendingFirst?: boolean;
}

export const COLUMNS: readonly Column[] = [
  { id: "name", label: "Function" },
  { id: "region", label: "Region" },
  { id: "runtime", label: "Runtime" },
  { id: "memory", label: "Memory", figure: true, descendingFirst: true },
  { id: "architecture", label: "Arch" },
  { id: "state", label: "State" },
  { id: "invocations", label: "Invocations", figure: true, descendingFirst: true },
  { id: "errors", label: "Errors", figure: true, descendingFirst: true },
  { id: "rejected", label: "Rejected", figure: true, descendingFirst: true },
  { id: "p95", label: "p95", figure: true, descendingFirst: true },
  { id: "cost", label: "Cost", figure: true, descendingFirst: true },
  { id: "changed", label: "Changed", figure: true, descendingFirst: true },
];
