/** A stretch of buckets that all have a value. */
export interface StepRun {
  /** Index of its first bucket. */
  from: number;
  values: number[];
}

/** Cuts a series at its gaps. Pure. */
export function stepRuns(values: readonly (number | null)[]): StepRun[] {
  const runs: StepRun[] = [];
  let open: StepRun | undefined;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      open = undefined;
    } else if (open) {
      open.values.push(value);
    } else {
      open = { from: index, values: [value] };
      runs.push(open);
    }
  }
  return runs;
}
