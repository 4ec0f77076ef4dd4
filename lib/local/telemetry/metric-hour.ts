import type { MetricMinute } from "../telemetry.ts";
import { addValue, type Distribution, emptyDistribution } from "./distribution.ts";
import type { MetricMinuteRow } from "./metric-minute-table.ts";

export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

/** Minutes of one hour as one text: loaded history is written once and then read only. */
export interface PackedHour {
  hourMs: number;
  lastMinuteMs: number;
  /** JSON: `[[minute of the hour, value, count, value, count, …], …]`; a minute may come twice. */
  text: string;
}

/**
 * Packs minutes by the hour, oldest first. Minutes without a value are left out.
 *
 * @throws RangeError when a value is no finite number.
 */
export function packedHours(minutes: readonly MetricMinute[]): PackedHour[] {
  const hours = new Map<number, { lastMinuteMs: number; minutes: number[][] }>();
  for (const { minuteMs, values } of minutes) {
    if (values.length === 0) continue;
    for (const value of values) {
      if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite number: at ${minuteMs}`);
    }
    const hourMs = minuteMs - (minuteMs % HOUR_MS);
    let hour = hours.get(hourMs);
    if (!hour) hours.set(hourMs, (hour = { lastMinuteMs: minuteMs, minutes: [] }));
    hour.lastMinuteMs = Math.max(hour.lastMinuteMs, minuteMs);
    hour.minutes.push([Math.floor((minuteMs - hourMs) / MINUTE_MS), ...values]);
  }
  return [...hours]
    .map(([hourMs, hour]) => ({ hourMs, lastMinuteMs: hour.lastMinuteMs, text: JSON.stringify(hour.minutes) }))
    .sort((a, b) => a.hourMs - b.hourMs);
}

/** Unpacks the minutes from `fromMs` (inclusive) to `untilMs` (exclusive); without values unless asked for. */
export function unpackedMinutes(
  { hourMs, text }: Pick<PackedHour, "hourMs" | "text">,
  { fromMs, untilMs, withValues }: { fromMs: number; untilMs: number; withValues: boolean },
): MetricMinuteRow[] {
  const rows: MetricMinuteRow[] = [];
  for (const numbers of JSON.parse(text) as number[][]) {
    const minuteMs = hourMs + numbers[0]! * MINUTE_MS;
    if (minuteMs >= fromMs && minuteMs < untilMs) rows.push({ minuteMs, distribution: unpacked(numbers, withValues) });
  }
  return rows;
}

function unpacked(numbers: readonly number[], withValues: boolean): Distribution {
  const distribution = emptyDistribution();
  for (let at = 1; at + 1 < numbers.length; at += 2) addValue(distribution, numbers[at]!, numbers[at + 1]!);
  return withValues ? distribution : { ...distribution, values: new Map() };
}
