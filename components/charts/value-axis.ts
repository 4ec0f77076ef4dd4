/** The vertical axis: where it ends, which ticks it has, and which limits fit on it. Pure. */

export interface ValueAxis {
  max: number;
  ticks: number[];
  /** Text of a tick with its unit. */
  format: (value: number) => string;
}

/** A limit as the plot shows it. */
export interface LimitMark {
  label: string;
  value: number;
  /** `line`: drawn on the plot. `above`: too far up, named at the plot's top edge. */
  placement: "line" | "above";
}

/** A limit further up than this many times the data would flatten the curves. */
const FAR_RATIO = 3;
/** From here on the exact factor says nothing more. */
const BEYOND_COMPARE = 100;
const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const NICE_STEPS = [1, 2, 2.5, 5, 10];

/**
 * Decides whether a limit is a line on the plot or a label at its top edge.
 * `greatest` is the plot's greatest value, in the limit's unit; beyond `farRatio` times it a limit is far.
 */
export function placeLimit(label: string, value: number, greatest: number, farRatio = FAR_RATIO): LimitMark {
  if (greatest <= 0 || value <= greatest * farRatio) return { label, value, placement: "line" };
  const times = value / greatest;
  const distance = times >= BEYOND_COMPARE ? "far above" : `${Number(times.toPrecision(2))} × above`;
  return { label: `${label}, ${distance}`, value, placement: "above" };
}

interface AxisOptions {
  format: (value: number) => string;
  limits?: readonly LimitMark[];
  /** Counts have no half ticks. */
  integers?: boolean;
  /** At most so many steps between ticks; a low plot has room for fewer. */
  intervals?: number;
  /** What a round number is a multiple of: 60,000 for milliseconds that read as minutes. */
  unit?: number;
}

/** An axis from zero that holds the data and every limit drawn as a line, with round ticks. */
export function valueAxis(greatest: number, { format, limits = [], integers = false, intervals = 5, unit = 1 }: AxisOptions): ValueAxis {
  const lines = limits.filter(({ placement }) => placement === "line").map(({ value }) => value);
  // A limit line keeps room above it, for its label.
  // A single request should not fill the plot from bottom to top.
  const needed = Math.max(greatest, ...lines.map((value) => value * 1.15), integers ? 2 : 0) || 1;
  const step = unit * niceStep(needed / unit / intervals, integers || unit !== 1);
  const count = Math.max(1, Math.ceil(needed / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, index) => roundTo(index * step, step));
  return { max: roundTo(count * step, step), ticks, format };
}

/** An axis of milliseconds: from a minute on its ticks are whole minutes. Below a second a tick is written as it is: `0.025 ms`. */
export function durationAxis(greatestMs: number, options: AxisOptions): ValueAxis {
  const axis = valueAxis(greatestMs, { ...options, unit: greatestMs > MINUTE_MS ? MINUTE_MS : 1 });
  // A format for readings rounds 1.25 to 1.3, which is not where the tick stands.
  return axis.max < SECOND_MS ? { ...axis, format: (tickMs) => `${tickMs} ms` } : axis;
}

function niceStep(raw: number, integers: boolean): number {
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = magnitude * (NICE_STEPS.find((candidate) => candidate * magnitude >= raw * (1 - 1e-9)) ?? 10);
  return integers ? Math.max(1, Math.ceil(step)) : step;
}

/** Removes the noise of binary fractions: 0.30000000000000004 is 0.3. */
function roundTo(value: number, step: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(digits, 20)));
}
