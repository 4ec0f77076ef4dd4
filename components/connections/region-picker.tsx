"use client";

import { Globe } from "lucide-react";
import { useViewState } from "@/components/layout/view-state";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuLabel } from "@/components/ui/menu";
import { AWS_REGIONS } from "@/lib/connections/aws-regions";
import { useConnection } from "./use-connection";

/** Regions that lists and totals cover; they live in the address. */
export function RegionPicker() {
  const connection = useConnection();
  const view = useViewState();
  if (!connection) return null;
  const chosen = view.regions ?? connection.regions;
  const offered = [...new Set([...connection.regions, ...chosen, ...(connection.kind === "aws" ? AWS_REGIONS : [])])];
  const toggle = (region: string, on: boolean) => {
    const next = offered.filter((candidate) => (candidate === region ? on : chosen.includes(candidate)));
    const isDefault = next.length === connection.regions.length && next.every((candidate) => connection.regions.includes(candidate));
    if (next.length > 0) view.set({ regions: isDefault ? undefined : next.join(",") });
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small">
          <Globe size={13} aria-hidden />
          {chosen.length === 1 ? chosen[0] : `${chosen.length} regions`}
        </Button>
      }
    >
      <MenuLabel>Regions shown</MenuLabel>
      {offered.map((region) => (
        <MenuCheckbox key={region} checked={chosen.includes(region)} onChange={(on) => toggle(region, on)}>
          <span className="font-mono text-1">{region}</span>
        </MenuCheckbox>
      ))}
    </Menu>
  );
}
