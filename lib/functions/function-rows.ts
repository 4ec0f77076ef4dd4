/** Rows of the function list: joined with their metrics, filtered and sorted. */
import { errorRate, rejectedRate } from "@/lib/metrics/rates";
import type { FunctionRowMetrics } from "@/lib/metrics/schema";
import type { FunctionSummary } from "./schema";

export interface FunctionRow extends FunctionSummary {
  /** `region/name`. */
  key: string;
  /** undefined until CloudWatch answered. */
  metrics?: FunctionRowMetrics;
}

export const SORT_COLUMNS = [
  "name",
  "region",
  "runtime",
  "memory",
  "architecture",
  "state",
  "invocations",
  "errors",
  "rejected",
  "p95",
  "cost",
  "changed",
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface Sort {
  column: SortColumn;
  descending: boolean;
}

/** Columns whose order needs the metrics of every function, not only of the visible ones. */
export const METRIC_COLUMNS: ReadonlySet<SortColumn> = new Set(["invocations", "errors", "rejected", "p95", "cost"]);

export interface RowFilter {
  /** Words that must all occur in name, description, region, runtime or tags. */
  text: string;
  regions: readonly string[];
  runtimes: readonly string[];
  /** `key=value`: values of one key are alternatives, keys must all match. */
  tags: readonly string[];
}

/** Stands where a container image has no runtime. */
export const IMAGE_RUNTIME = "container image";

export function functionKeyOf({ region, name }: { region: string; name: string }): string {
  return `${region}/${name}`;
}

/** Rows of which no metrics are known yet. */
export function bareRows(functions: readonly FunctionSummary[]): FunctionRow[] {
  return functions.map((summary) => ({ ...summary, key: functionKeyOf(summary) }));
}

/** Joins bare rows with what is known of their metrics; a row without any stays the same object, as most of thousands do. */
export function joinRows(bare: readonly FunctionRow[], metrics: ReadonlyMap<string, FunctionRowMetrics>): FunctionRow[] {
  return bare.map((row) => {
    const known = metrics.get(row.key);
    return known ? { ...row, metrics: known } : row;
  });
}

export function filterRows(rows: readonly FunctionRow[], filter: RowFilter): FunctionRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const tagKeys = groupByKey(filter.tags);
  return rows.filter(
    (row) =>
      (filter.regions.length === 0 || filter.regions.includes(row.region)) &&
      (filter.runtimes.length === 0 || filter.runtimes.includes(row.runtime ?? IMAGE_RUNTIME)) &&
      tagKeys.every((alternatives) => alternatives.some((tag) => tagsOf(row).includes(tag))) &&
      (words.length === 0 || matches(row, words)),
  );
}

function matches(row: FunctionRow, words: readonly string[]): boolean {
  const text = [row.name, row.description, row.region, row.runtime ?? IMAGE_RUNTIME, ...tagsOf(row)].join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}

function groupByKey(tags: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const tag of tags) {
    const key = tag.split("=", 1)[0] ?? tag;
    groups.set(key, [...(groups.get(key) ?? []), tag]);
  }
  return [...groups.values()];
}

/** Tags as `key=value`. */
export function tagsOf(row: Pick<FunctionSummary, "tags">): string[] {
  return Object.entries(row.tags ?? {}).map(([key, value]) => `${key}=${value}`);
}

/** How often each value occurs, the most frequent first, then by name. */
export function countValues(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b));
}

/** Sorted copy. What is not known goes last in either direction; ties are broken by name, then region. */
export function sortRows(rows: readonly FunctionRow[], { column, descending }: Sort): FunctionRow[] {
  const direction = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const x = sortValue(a, column);
    const y = sortValue(b, column);
    if (x === undefined || y === undefined) {
      if (x === y) return byName(a, b);
      return x === undefined ? 1 : -1;
    }
    const order = typeof x === "number" && typeof y === "number" ? x - y : compareText(String(x), String(y));
    return order === 0 ? byName(a, b) : order * direction;
  });
}

function byName(a: FunctionRow, b: FunctionRow): number {
  return compareText(a.name, b.name) || compareText(a.region, b.region);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function sortValue(row: FunctionRow, column: SortColumn): string | number | undefined {
  switch (column) {
    case "name":
      return row.name;
    case "region":
      return row.region;
    case "runtime":
      return row.runtime;
    case "memory":
      return row.memoryMb;
    case "architecture":
      return row.architecture;
    case "state":
      return row.state;
    case "invocations":
      return row.metrics?.invocations;
    case "errors":
      return row.metrics && errorRate(row.metrics);
    case "rejected":
      return row.metrics && rejectedRate(row.metrics);
    case "p95":
      return row.metrics?.durationP95 ?? undefined;
    case "cost":
      return row.metrics?.costUsd;
    case "changed":
      return row.lastModifiedMs;
  }
}

/** `invocations.desc` in the address. */
export function parseSort(text: string | undefined): Sort | undefined {
  const [column, direction] = text?.split(".") ?? [];
  const known = SORT_COLUMNS.find((candidate) => candidate === column);
  return known ? { column: known, descending: direction === "desc" } : undefined;
}

export function formatSort({ column, descending }: Sort): string {
  return `${column}.${descending ? "desc" : "asc"}`;
}

/** Choices of a filter in the address: `a,b`. A comma inside a choice (tags may have one) is written `%2C`. */
export function formatChoices(choices: readonly string[]): string | undefined {
  return choices.map((choice) => choice.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",") || undefined;
}

export function parseChoices(text: string | undefined): string[] {
  const choices = text?.split(",").filter(Boolean) ?? [];
  return choices.map((choice) => choice.replaceAll("%2C", ",").replaceAll("%25", "%"));
}
