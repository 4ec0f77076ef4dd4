/** The horizontal axis: which buckets get a tick, and what times are called. Pure but for the browser's time zone. */
import type { TimeFrame } from "./time-series";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const STEPS_MS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 5, 10, 20, 60].map((days) => days * DAY_MS),
];

export interface TimeTick {
  timestampMs: number;
  label: string;
}

/**
 * At most `most` ticks on round local times. A bucket gets one when a round time lies in it, so
 * a zone with a quarter-hour offset has ticks too; the label is the bucket's own start.
 */
export function timeTicks(frame: TimeFrame, most: number): TimeTick[] {
  const { timestampsMs, timeZone } = frame;
  const first = timestampsMs[0];
  const last = timestampsMs.at(-1);
  if (first === undefined || last === undefined) return [];
  const localMs = timestampsMs.map((timestampMs) => timestampMs + zoneOffsetMs(timestampMs, timeZone));
  for (const stepMs of STEPS_MS) {
    if (stepMs < frame.periodSeconds * 1000 || (last - first) / stepMs > most) continue;
    const chosen = timestampsMs.filter((_, index) => startsStep(localMs, index, stepMs));
    if (chosen.length > most) continue;
    return chosen.map((timestampMs) => ({ timestampMs, label: tickLabel(timestampMs, stepMs, timeZone) }));
  }
  return [];
}

function startsStep(localMs: readonly number[], index: number, stepMs: number): boolean {
  const here = localMs[index] ?? 0;
  const before = localMs[index - 1];
  return before === undefined ? here % stepMs === 0 : Math.floor(here / stepMs) !== Math.floor(before / stepMs);
}

/** Milliseconds that the zone's clock is ahead of UTC at that moment. */
function zoneOffsetMs(timestampMs: number, timeZone: string | undefined): number {
  return timeZone === "UTC" ? 0 : -new Date(timestampMs).getTimezoneOffset() * MINUTE_MS;
}

function tickLabel(timestampMs: number, stepMs: number, timeZone: string | undefined): string {
  return stepMs >= DAY_MS ? dayOf(timestampMs, timeZone) : clockTime(timestampMs, timeZone);
}

/** `14:05`, in the browser's zone unless one is named. */
export function clockTime(timestampMs: number, timeZone?: string): string {
  return new Date(timestampMs).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
}

function dayOf(timestampMs: number, timeZone?: string): string {
  return new Date(timestampMs).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone });
}

/** A bucket by name: `14:05 – 14:10`, with the day in front when the chart spans days, or the day alone. */
export function bucketLabel({ timestampsMs, periodSeconds, timeZone }: TimeFrame, index: number): string {
  const startMs = timestampsMs[index] ?? 0;
  const spanMs = (timestampsMs.at(-1) ?? 0) - (timestampsMs[0] ?? 0);
  if (periodSeconds * 1000 >= DAY_MS) return dayOf(startMs, timeZone);
  const times = `${clockTime(startMs, timeZone)} – ${clockTime(startMs + periodSeconds * 1000, timeZone)}`;
  return spanMs > 12 * HOUR_MS ? `${dayOf(startMs, timeZone)}, ${times}` : times;
}

/** A stretch of time: `14:02 – 14:09`, with days where it is not within today. */
export function spanLabel(fromMs: number, untilMs: number, nowMs: number, timeZone?: string): string {
  return `${momentLabel(fromMs, nowMs, timeZone)} – ${momentLabel(untilMs, fromMs, timeZone)}`;
}

/** A moment: `14:02`, with its day where that is not the one of `besideMs`. */
export function momentLabel(timestampMs: number, besideMs: number, timeZone?: string): string {
  const day = dayOf(timestampMs, timeZone);
  const time = clockTime(timestampMs, timeZone);
  return day === dayOf(besideMs, timeZone) ? time : `${day} ${time}`;
}
