const STEPS: readonly [unitMs: number, unit: string][] = [
  [365 * 86_400_000, "y"],
  [30 * 86_400_000, "mo"],
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
];

/** How long ago, short enough for a column: `just now`, `12 min ago`, `3 h ago`, `2 y ago`. Whole units, rounded down. */
export function formatAge(timestampMs: number, nowMs: number): string {
  const ageMs = nowMs - timestampMs;
  const step = STEPS.find(([unitMs]) => ageMs >= unitMs);
  return step ? `${Math.floor(ageMs / step[0])} ${step[1]} ago` : "just now";
}
