"use client";

import { SearchBox } from "@/components/layout/search-box";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { ActivityPage } from "@/lib/activity/schema";
import { formatChoices } from "@/lib/functions/function-rows";
import { CLEARED_ACTIVITY, type readActivityFilter, SINCE } from "./activity-address";
import { KIND_WORDS, STATUS_WORDS } from "./change-words";
import { ChoiceMenu } from "./choice-menu";

interface ActivityFiltersProps {
  filter: ReturnType<typeof readActivityFilter>;
  choices: ActivityPage["choices"];
}

export function ActivityFilters({ filter, choices }: ActivityFiltersProps) {
  const view = useViewState();
  const set = (key: "function" | "kind" | "who" | "status") => (chosen: string[]) => view.set({ [key]: formatChoices(chosen) });
  const named = (list: { value: string; count: number }[] = []) => list.map((choice) => ({ ...choice, label: choice.value }));
  const kinds = (choices?.kinds ?? []).map((choice) => ({ ...choice, label: KIND_WORDS[choice.value] }));
  const statuses = Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchBox label="Search changes" placeholder="Search functions, fields, people" />
      <ChoiceMenu label="Function" chosen={filter.functions} choices={named(choices?.functions)} onChange={set("function")} />
      <ChoiceMenu label="Kind" chosen={filter.kinds} choices={kinds} onChange={set("kind")} />
      <ChoiceMenu label="Who" chosen={filter.people} choices={named(choices?.people)} onChange={set("who")} />
      <ChoiceMenu label="Status" chosen={filter.statuses} choices={statuses} onChange={set("status")} />
      <Segmented label="Changes of the last" value={SINCE.find(({ value }) => value === view.get("since"))?.value ?? "all"} options={SINCE} onChange={(since) => view.set({ since: since === "all" ? undefined : since })} />
      {filter.batchId ? (
        <Button size="small" variant="quiet" aria-label="Remove filter one bulk edit" onClick={() => view.set({ batch: undefined })}>
          one bulk edit ×
        </Button>
      ) : null}
      {filter.active ? (
        <Button size="small" variant="quiet" onClick={() => view.set(CLEARED_ACTIVITY)}>
          Clear
        </Button>
      ) : null}
    </div>
  );
}
