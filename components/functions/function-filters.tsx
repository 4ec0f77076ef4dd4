"use client";

import { ChevronDown, X } from "lucide-react";
import { useCallback, useRef } from "react";
import { useShortcut } from "@/components/layout/shortcuts";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuCheckbox, MenuLabel } from "@/components/ui/menu";
import { type FunctionRow, type RowFilter, tagsOf } from "@/lib/functions/function-rows";

interface FunctionFiltersProps {
  /** All rows, before filtering: they offer the choices. */
  rows: readonly FunctionRow[];
  filter: RowFilter;
  shown: number;
}

export function FunctionFilters({ rows, filter, shown }: FunctionFiltersProps) {
  const view = useViewState();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", useCallback(() => input.current?.focus(), []));
  const filtered = shown !== rows.length;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="relative w-full sm:w-80">
        <Input
          ref={input}
          type="search"
          aria-label="Search functions"
          placeholder="Search names, tags, descriptions"
          value={filter.text}
          onChange={(event) => view.set({ q: event.target.value })}
          onKeyDown={(event) => event.key === "Escape" && view.set({ q: undefined })}
          className="pr-8"
        />
        {filter.text ? null : (
          <span className="pointer-events-none absolute top-1.5 right-2">
            <Kbd>/</Kbd>
          </span>
        )}
      </div>
      <FilterMenu label="Runtime" chosen={filter.runtimes} choices={distinct(rows.map(({ runtime }) => runtime ?? "container image"))} onChange={(runtime) => view.set({ runtime })} />
      <FilterMenu label="Tag" chosen={filter.tags} choices={distinct(rows.flatMap(tagsOf))} onChange={(tag) => view.set({ tag })} />
      {filtered ? (
        <Button variant="quiet" onClick={() => view.set({ q: undefined, runtime: undefined, tag: undefined })}>
          <X size={13} aria-hidden /> Clear
        </Button>
      ) : null}
      <p role="status" className="ml-auto text-2 text-muted">
        {filtered ? `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")}` : ""}
      </p>
    </div>
  );
}

function FilterMenu({ label, chosen, choices, onChange }: { label: string; chosen: readonly string[]; choices: string[]; onChange: (value: string | undefined) => void }) {
  if (choices.length === 0) return null;
  const toggle = (choice: string, on: boolean) => {
    const next = on ? [...chosen, choice] : chosen.filter((other) => other !== choice);
    onChange(next.length > 0 ? next.join(",") : undefined);
  };
  return (
    <Menu
      trigger={
        <Button aria-label={chosen.length > 0 ? `${label}: ${chosen.join(", ")}` : label}>
          {label}
          {chosen.length > 0 ? <span className="text-accent">{chosen.length}</span> : null}
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{label}</MenuLabel>
      {choices.map((choice) => (
        <MenuCheckbox key={choice} checked={chosen.includes(choice)} onChange={(on) => toggle(choice, on)}>
          {choice}
        </MenuCheckbox>
      ))}
    </Menu>
  );
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
