"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuLabel } from "@/components/ui/menu";
import { countValues } from "@/lib/functions/function-rows";

/** More choices than this are for the search. */
const SHOWN = 100;

interface FacetMenuProps {
  label: string;
  chosen: readonly string[];
  /** One value for each function that has it. Called when the menu opens. */
  valuesOf: () => readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Several of the values that functions have, each with how many have it. */
export function FacetMenu({ label, chosen, valuesOf, onChange }: FacetMenuProps) {
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
      <FacetChoices chosen={chosen} valuesOf={valuesOf} onChange={onChange} />
    </Menu>
  );
}

function FacetChoices({ chosen, valuesOf, onChange }: Omit<FacetMenuProps, "label">) {
  const counted = countValues(valuesOf());
  const gone = chosen.filter((choice) => !counted.some(([value]) => value === choice)).map((choice): [string, number] => [choice, 0]);
  const toggle = (choice: string, on: boolean) => onChange(on ? [...chosen, choice] : chosen.filter((other) => other !== choice));
  return (
    <>
      {[...gone, ...counted.slice(0, SHOWN)].map(([choice, count]) => (
        <MenuCheckbox key={choice} checked={chosen.includes(choice)} onChange={(on) => toggle(choice, on)}>
          <span className="min-w-0 flex-1 truncate">{choice}</span>
          <span className="figures pl-3 text-1 text-muted">{count.toLocaleString("en")}</span>
        </MenuCheckbox>
      ))}
      {counted.length > SHOWN ? <MenuLabel>{(counted.length - SHOWN).toLocaleString("en")} more: search for them</MenuLabel> : null}
    </>
  );
}
