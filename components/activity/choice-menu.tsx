"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuLabel } from "@/components/ui/menu";

/** More choices than this are for the search. */
const SHOWN = 100;

interface Choice {
  value: string;
  label: string;
  /** How many changes have it; undefined = not counted. */
  count?: number;
}

/** Several of the values that changes have. */
export function ChoiceMenu({ label, chosen, choices, onChange }: { label: string; chosen: readonly string[]; choices: readonly Choice[]; onChange: (chosen: string[]) => void }) {
  const gone = chosen.filter((value) => !choices.some((choice) => choice.value === value)).map((value): Choice => ({ value, label: value, count: 0 }));
  const toggle = (value: string, on: boolean) => onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <Menu
      trigger={
        <Button aria-label={`Filter by ${label}${chosen.length > 0 ? `: ${chosen.join(", ")}` : ""}`}>
          {label}
          {chosen.length > 0 ? <span className="rounded-full bg-accent-soft px-1.5 text-1 text-accent">{chosen.length}</span> : null}
          <ChevronDown size={13} aria-hidden className="text-faint" />
        </Button>
      }
    >
      <MenuLabel>{label}</MenuLabel>
      {[...gone, ...choices.slice(0, SHOWN)].map(({ value, label: words, count }) => (
        <MenuCheckbox key={value} checked={chosen.includes(value)} onChange={(on) => toggle(value, on)}>
          <span className="min-w-0 flex-1 truncate">{words}</span>
          {count === undefined ? null : <span className="figures pl-3 text-1 text-muted">{count.toLocaleString("en")}</span>}
        </MenuCheckbox>
      ))}
      {choices.length > SHOWN ? <MenuLabel>{(choices.length - SHOWN).toLocaleString("en")} more: search for them</MenuLabel> : null}
    </Menu>
  );
}
