import type { SortColumn } from "@/lib/functions/function-rows";

export interface SortKey {
  id: SortColumn;
  label: string;
  /** First click sorts the biggest first. */
  descendingFirst?: boolean;
  /** What the figure is, where the label cannot say it. */
  title?: string;
}

export interface Column {
  /** One key, or two for a cell of two lines. */
  keys: readonly [SortKey, ...SortKey[]];
  /** Right-aligned figure. */
  figure?: boolean;
  /** Undefined takes what the others leave. */
  widthPx?: number;
  /** Left out on narrow screens, where the name's second line says it. */
  wideOnly?: boolean;
}

const RANGE_WORDS: Record<string, string> = { "15m": "15 m", "1h": "1 h", "3h": "3 h", "24h": "24 h", "7d": "7 d" };

/** The columns; `range` as in the address, for those that say over which time they count. */
export function columnsOf(range: string): readonly Column[] {
  const over = RANGE_WORDS[range] ?? "range";
  return [
    { keys: [{ id: "name", label: "Function" }] },
    { keys: [{ id: "region", label: "Region" }, { id: "state", label: "State" }], widthPx: 100, wideOnly: true },
    { keys: [{ id: "runtime", label: "Runtime" }], widthPx: 154, wideOnly: true },
    { keys: [{ id: "memory", label: "Memory", descendingFirst: true }, { id: "architecture", label: "Arch" }], widthPx: 104, wideOnly: true },
    { keys: [{ id: "invocations", label: "Invocations", descendingFirst: true }], figure: true, widthPx: 136 },
    { keys: [{ id: "errors", label: "Errors", descendingFirst: true, title: "Failed invocations, as a share of all invocations" }], figure: true, widthPx: 66 },
    { keys: [{ id: "rejected", label: "Rejected", descendingFirst: true, title: "Throttled requests, as a share of all requests" }], figure: true, widthPx: 78 },
    { keys: [{ id: "p95", label: "p95", descendingFirst: true, title: "95 of 100 invocations took at most this long" }], figure: true, widthPx: 74 },
    {
      keys: [{ id: "cost", label: `Cost · ${over}`, descendingFirst: true, title: "Compute and requests in the range shown, before the free tier" }],
      figure: true,
      widthPx: 100,
    },
    { keys: [{ id: "changed", label: "Changed", descendingFirst: true }], figure: true, widthPx: 96 },
  ];
}
