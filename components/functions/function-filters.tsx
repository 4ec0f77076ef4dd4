"use client";

import { X } from "lucide-react";
import { rangeInWords } from "@/components/layout/range-words";
import { SearchBox } from "@/components/layout/search-box";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { formatChoices, type FunctionRow, IMAGE_RUNTIME, tagsOf } from "@/lib/functions/function-rows";
import type { Finding } from "@/lib/functions/list-summary";
import { FacetMenu } from "./facet-menu";
import { CLEARED_FILTERS, type ListFilter } from "./list-filter";

const FINDING_WORDS: Record<Finding, string> = {
  throttled: "throttled",
  failing: "failing more than 5 %",
  ended: "runtime past its end of support",
};

interface FunctionFiltersProps {
  /** All rows, before filtering: they offer the choices. */
  rows: readonly FunctionRow[];
  filter: ListFilter;
  shown: number;
  /** The range whose figures are on their way; those shown are of the one before. */
  awaited: string | undefined;
}

export function FunctionFilters({ rows, filter, shown, awaited }: FunctionFiltersProps) {
  const view = useViewState();
  const set = (key: "region" | "runtime" | "tag") => (chosen: string[]) => view.set({ [key]: formatChoices(chosen) });
  const severalRegions = filter.regions.length > 0 || rows.some(({ region }) => region !== rows[0]?.region);
  const tagged = filter.tags.length > 0 || rows.some(({ tags }) => tags && Object.keys(tags).length > 0);
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox label="Search functions" placeholder="Search names, tags, descriptions" />
        <FacetMenu label="Runtime" chosen={filter.runtimes} valuesOf={() => rows.map(({ runtime }) => runtime ?? IMAGE_RUNTIME)} onChange={set("runtime")} />
        {severalRegions ? <FacetMenu label="Region" chosen={filter.regions} valuesOf={() => rows.map(({ region }) => region)} onChange={set("region")} /> : null}
        {tagged ? <FacetMenu label="Tag" chosen={filter.tags} valuesOf={() => rows.flatMap(tagsOf)} onChange={set("tag")} /> : null}
        <p role="status" className="ml-auto text-2 text-muted">
          {[awaited && `Reading ${rangeInWords(awaited)}…`, filter.active && `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")}`].filter(Boolean).join(" ")}
        </p>
      </div>
      {filter.active ? <ActiveFilters filter={filter} /> : null}
    </div>
  );
}

/** What narrows the list, in words, each with its way out. */
function ActiveFilters({ filter }: { filter: ListFilter }) {
  const view = useViewState();
  const without = (choices: readonly string[], gone: string) => formatChoices(choices.filter((choice) => choice !== gone));
  const parts = [
    ...(filter.text ? [{ label: `“${filter.text}”`, drop: { q: undefined } }] : []),
    ...(filter.finding ? [{ label: FINDING_WORDS[filter.finding], drop: { show: undefined } }] : []),
    ...filter.runtimes.map((runtime) => ({ label: runtime, drop: { runtime: without(filter.runtimes, runtime) } })),
    ...filter.regions.map((region) => ({ label: region, drop: { region: without(filter.regions, region) } })),
    ...filter.tags.map((tag) => ({ label: tag, drop: { tag: without(filter.tags, tag) } })),
  ];
  return (
    <div role="group" aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {parts.map(({ label, drop }) => (
        <button
          key={label}
          type="button"
          aria-label={`Remove filter ${label}`}
          onClick={() => view.set(drop)}
          className="inline-flex h-6 max-w-full items-center gap-1 rounded-full border border-line bg-accent-soft px-2.5 text-1 text-accent hover:border-line-strong"
        >
          <span className="truncate">{label}</span>
          <X size={12} aria-hidden className="shrink-0" />
        </button>
      ))}
      <Button variant="quiet" size="small" className="h-6 text-1" onClick={() => view.set(CLEARED_FILTERS)}>
        Clear
      </Button>
    </div>
  );
}
