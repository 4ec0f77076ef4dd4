const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;
const WEEKEND_SHARE = 0.6;
const NIGHT_SHARE = 0.18;

/**
 * How busy a shop is at a moment, relative to a whole weekday's mean of 1: quiet at night, busiest at
 * `peakUtcHour`, calmer at weekends.
 */
export function rhythmAt(timestampMs: number, peakUtcHour: number): number {
  const hour = (timestampMs % DAY_MS) / HOUR_MS;
  const day = (1 + Math.cos(((hour - peakUtcHour) / 24) * 2 * Math.PI)) / 2;
  // The mean of (day)^1.5 over 24 hours is 0.4244.
  const weekday = NIGHT_SHARE + ((1 - NIGHT_SHARE) * day ** 1.5) / 0.4244;
  return weekday * (isWeekend(timestampMs) ? WEEKEND_SHARE : 1);
}

function isWeekend(timestampMs: number): boolean {
  const weekday = (Math.floor(timestampMs / DAY_MS) + EPOCH_WEEKDAY) % 7;
  return weekday === 0 || weekday === 6;
}
