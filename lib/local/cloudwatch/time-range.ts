import { METRIC_RETENTION } from "../telemetry/metric-rollup.ts";
import { invalidValue, validationError } from "./cloudwatch-error.ts";
import type { Members } from "./members.ts";

const MINUTE_MS = 60_000;
const FIVE_MINUTES_MS = 300_000;
const HOUR_MS = 3_600_000;
const SUB_MINUTE_PERIODS: readonly number[] = [1, 5, 10, 20, 30];

/** `startMs` inclusive, `endMs` exclusive. */
export interface TimeRange {
  startMs: number;
  endMs: number;
}

/** The request's `StartTime` and `EndTime`, the start rounded down as CloudWatch does it by age. */
export function requestedRange(members: Members, nowMs: number): TimeRange {
  const startMs = members.requiredTime("StartTime");
  const endMs = members.requiredTime("EndTime");
  if (startMs >= endMs) throw invalidValue("The parameter StartTime must be less than the parameter EndTime.");
  const stepMs = resolutionAt(startMs, nowMs);
  return { startMs: startMs - (startMs % stepMs), endMs };
}

/** Seconds: 1, 5, 10, 20, 30 or a multiple of 60. */
export function requestedPeriod(members: Members): number {
  const seconds = members.requiredInteger("Period", 1);
  if (seconds % 60 !== 0 && !SUB_MINUTE_PERIODS.includes(seconds)) {
    throw validationError(`Period must be 1, 5, 10, 20, 30 or a multiple of 60, but it is ${seconds}.`);
  }
  return seconds;
}

/**
 * The first period of the range that has data of a fine enough resolution: points from more than 15 days ago want a
 * multiple of five minutes, from more than 63 days ago one of an hour, else CloudWatch returns none for that time.
 */
export function firstPeriodMs({ startMs }: TimeRange, periodMs: number, nowMs: number): number {
  const finestMs = resolutionAt(startMs, nowMs);
  if (periodMs % finestMs === 0 || periodMs < MINUTE_MS) return startMs;
  const ageMs = periodMs % FIVE_MINUTES_MS === 0 ? METRIC_RETENTION.fiveMinutesMs : METRIC_RETENTION.minutesMs;
  const skipped = Math.max(0, Math.ceil((nowMs - ageMs - startMs) / periodMs));
  return startMs + skipped * periodMs;
}

function resolutionAt(timeMs: number, nowMs: number): number {
  const ageMs = nowMs - timeMs;
  if (ageMs > METRIC_RETENTION.fiveMinutesMs) return HOUR_MS;
  return ageMs > METRIC_RETENTION.minutesMs ? FIVE_MINUTES_MS : MINUTE_MS;
}
