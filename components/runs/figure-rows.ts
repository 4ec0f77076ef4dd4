import { formatBytes, formatMs, formatUsd } from "@/lib/format";
import type { Run } from "@/lib/runs/schema";
import { outcomeWord } from "./outcome-words";

export interface FigureRow {
  label: string;
  before: string;
  after: string;
  /** `+12 ms`; undefined where there is nothing to subtract. */
  change?: string;
}

const NONE = "–";

/** Figures of two runs, side by side. */
export function figureRows(before: Run, after: Run): FigureRow[] {
  const words = (label: string, of: (run: Run) => string | undefined): FigureRow => ({ label, before: of(before) ?? NONE, after: of(after) ?? NONE });
  const figures = (label: string, of: (run: Run) => number | undefined, format: (value: number) => string): FigureRow => {
    const [was, is] = [of(before), of(after)];
    const change = was === undefined || is === undefined ? undefined : is === was ? "same" : `${is > was ? "+" : "−"}${format(Math.abs(is - was))}`;
    return { label, before: was === undefined ? NONE : format(was), after: is === undefined ? NONE : format(is), change };
  };
  const megabytes = (value: number) => `${value.toLocaleString("en")} MB`;
  return [
    words("Outcome", ({ outcome, throttleReason }) => outcomeWord(outcome, throttleReason !== undefined)),
    words("Version", ({ executedVersion, qualifier }) => executedVersion ?? qualifier),
    figures("Duration", ({ durationMs }) => durationMs, formatMs),
    figures("Billed", ({ billedDurationMs }) => billedDurationMs, formatMs),
    figures("INIT", ({ initDurationMs }) => initDurationMs, formatMs),
    figures("Memory used", ({ maxMemoryUsedMb }) => maxMemoryUsedMb, megabytes),
    figures("Memory size", ({ memoryMb }) => memoryMb, megabytes),
    figures("Cost", ({ costUsd }) => costUsd, formatUsd),
    figures("Response", ({ response }) => (response === undefined ? undefined : new TextEncoder().encode(response).length), formatBytes),
  ];
}
