"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { SHIFT_STEPS } from "@/lib/versions/traffic-shares";

interface WeightFieldProps {
  /** Share of the second version, 0 to 100. */
  percent: number;
  onChange: (percent: number) => void;
  version: string;
  second: string;
}

/** How much of the invocations the second version gets: slider, number, and the usual steps. */
export function WeightField({ percent, onChange, version, second }: WeightFieldProps) {
  const id = useId();
  const rounded = Math.round(percent * 100) / 100;
  return (
    <div className="flex flex-col gap-2 rounded-sm border border-line bg-sunken p-3">
      <label htmlFor={id} className="text-2 font-medium">
        Share of version {second}
      </label>
      <div className="flex items-center gap-3">
        <input id={id} type="range" min={0} max={100} step={1} value={rounded} onChange={(event) => onChange(Number(event.target.value))} className="min-w-0 flex-1 accent-accent-fill" />
        <Input aria-label={`Share of version ${second} in percent`} type="number" min={0} max={100} step={0.1} value={rounded} onChange={(event) => onChange(Math.min(100, Math.max(0, Number(event.target.value))))} className="figures w-20! shrink-0" />
        <span className="text-2 text-muted">%</span>
      </div>
      <div role="group" aria-label="Steps" className="flex flex-wrap gap-1.5">
        {[...SHIFT_STEPS, 1].map((step) => (
          <Button key={step} size="small" aria-pressed={rounded === Math.round(step * 100)} onClick={() => onChange(Math.round(step * 100))}>
            {Math.round(step * 100)} %
          </Button>
        ))}
      </div>
      <p className="text-1 text-muted">{sentence(rounded, version, second)}</p>
    </div>
  );
}

function sentence(percent: number, version: string, second: string): string {
  if (percent <= 0) return `Everything stays on version ${version}.`;
  if (percent >= 100) return `Everything goes to version ${second}; version ${version} is no longer used by this alias.`;
  return `Each invocation is drawn by lot: ${percent}\u00a0% go to version ${second}, ${Math.round((100 - percent) * 100) / 100}\u00a0% to version ${version}.`;
}
