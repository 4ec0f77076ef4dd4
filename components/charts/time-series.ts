/** What every chart over time is drawn from. Pure. */

/** A colour with a meaning; the words and shapes beside it repeat that meaning. */
export type SeriesTone = "dark" | "mid" | "light" | "accent" | "cold" | "error" | "throttle";

/** CSS colour of a tone, for marks inside a plot. */
export const TONE_FILL: Record<SeriesTone, string> = {
  dark: "var(--series-1)",
  mid: "var(--series-2)",
  light: "var(--series-3)",
  accent: "var(--accent-fill)",
  cold: "var(--cold-fill)",
  error: "var(--error-fill)",
  throttle: "var(--throttle-fill)",
};

/** How a series is drawn; `outlined` and `rings` are hollow, so that no two series differ by colour alone. */
export type SeriesShape = "column" | "outlined" | "line" | "dashed" | "dots" | "rings";

/** Fill of hollow columns: enough to read the colour, little enough to read the outline. */
export const HOLLOW_OPACITY = 0.4;

export interface TimeSeries {
  key: string;
  /** The word in the legend. */
  label: string;
  tone: SeriesTone;
  shape: SeriesShape;
  /** One value a bucket; null is a gap. */
  values: readonly (number | null)[];
}

/** The buckets that all series of a chart share. */
export interface TimeFrame {
  /** Epoch milliseconds of each bucket's start, rising. */
  timestampsMs: readonly number[];
  periodSeconds: number;
  /** Buckets that end after this may still change; they are hatched. */
  provisionalFromMs?: number;
  /** IANA name such as `UTC`; the browser's own zone when left out. */
  timeZone?: string;
}

/** One figure of a bucket as words: a line of the tooltip and a column of the table. */
export interface Reading {
  label: string;
  tone?: SeriesTone;
  /** Text with its unit for the bucket at this index. */
  text: (index: number) => string;
}

/** A bucket as the plot reads it. */
export interface ChartRow {
  timestampMs: number;
  values: Record<string, number | null>;
}

/** Columns to rows. */
export function chartRows(frame: TimeFrame, series: readonly TimeSeries[]): ChartRow[] {
  return frame.timestampsMs.map((timestampMs, index) => ({
    timestampMs,
    values: Object.fromEntries(series.map(({ key, values }) => [key, values[index] ?? null])),
  }));
}

/** True where a value has a gap on both sides: a line does not show it, so it gets a dot. */
export function isIsolated(values: readonly (number | null)[], index: number): boolean {
  const gapAt = (position: number) => (values[position] ?? null) === null;
  return !gapAt(index) && gapAt(index - 1) && gapAt(index + 1);
}

/** True when the bucket may still change. */
export function isProvisional({ timestampsMs, periodSeconds, provisionalFromMs }: TimeFrame, index: number): boolean {
  const startMs = timestampsMs[index];
  return startMs !== undefined && provisionalFromMs !== undefined && startMs + periodSeconds * 1000 > provisionalFromMs;
}

/** Greatest value of all series, 0 when there is none. */
export function greatestValue(...series: readonly (readonly (number | null)[])[]): number {
  return series.reduce((greatest, values) => values.reduce<number>((most, value) => Math.max(most, value ?? 0), greatest), 0);
}
