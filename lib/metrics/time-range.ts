/**
 * Turns a range's text and the moment into CloudWatch's terms: aligned start and end, and the period.
 * Periods by age of the start: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html
 */
import { AppError } from "@/lib/errors";
import type { MetricWindow } from "./schema";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Most points of one series that a chart gets. */
const MAX_POINTS = 300;
/** A datapoint carries the start of its invocations: it changes until the longest of them has ended. */
const MIN_PROVISIONAL_MS = MINUTE_MS;

const PRESETS: Record<string, { lengthMs: number; periodSeconds: number }> = {
  "15m": { lengthMs: 15 * MINUTE_MS, periodSeconds: 60 },
  "1h": { lengthMs: HOUR_MS, periodSeconds: 60 },
  "3h": { lengthMs: 3 * HOUR_MS, periodSeconds: 60 },
  "24h": { lengthMs: DAY_MS, periodSeconds: 300 },
  "7d": { lengthMs: 7 * DAY_MS, periodSeconds: 3_600 },
};

const PERIODS_SECONDS = [60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400];

/**
 * The window of a range: whole periods from `startMs` up to and with the one that runs at `nowMs`. `timeoutMs` is the
 * function's timeout. Throws `bad_request` for a range that ends before it starts or starts in the future.
 */
export function windowOfRange(range: string, nowMs: number, timeoutMs = 0): MetricWindow {
  const preset = PRESETS[range];
  if (preset) {
    const { periodSeconds, lengthMs } = preset;
    const endMs = ceilTo(nowMs, periodSeconds * 1_000);
    return withProvisional({ startMs: endMs - lengthMs, endMs, periodSeconds }, nowMs, timeoutMs);
  }
  const [fromMs = Number.NaN, untilMs = Number.NaN] = range.split("-").map(Number);
  if (!(fromMs < untilMs)) throw new AppError("bad_request", "The range ends before it starts.", { data: { field: "range" } });
  if (fromMs >= nowMs) throw new AppError("bad_request", "The range lies in the future.", { data: { field: "range" } });
  const lastMs = Math.min(untilMs, nowMs);
  const periodSeconds = periodFor(lastMs - fromMs, nowMs - fromMs);
  const periodMs = periodSeconds * 1_000;
  return withProvisional({ startMs: floorTo(fromMs, periodMs), endMs: ceilTo(lastMs, periodMs), periodSeconds }, nowMs, timeoutMs);
}

/** Seconds that every period must be a multiple of, for data that is `ageMs` old. */
export function finestPeriodSeconds(ageMs: number): number {
  if (ageMs > 63 * DAY_MS) return 3_600;
  return ageMs > 15 * DAY_MS ? 300 : 60;
}

function periodFor(lengthMs: number, ageMs: number): number {
  const finest = finestPeriodSeconds(ageMs);
  // One less: aligning both ends outwards may add a period.
  const wanted = lengthMs / 1_000 / (MAX_POINTS - 1);
  const fitting = PERIODS_SECONDS.find((seconds) => seconds >= wanted && seconds % finest === 0);
  return fitting ?? Math.ceil(wanted / 86_400) * 86_400;
}

function withProvisional(window: Omit<MetricWindow, "provisionalFromMs">, nowMs: number, timeoutMs: number): MetricWindow {
  const periodMs = window.periodSeconds * 1_000;
  const settledMs = floorTo(nowMs - Math.max(MIN_PROVISIONAL_MS, timeoutMs), periodMs);
  return { ...window, provisionalFromMs: Math.min(window.endMs, Math.max(window.startMs, settledMs)) };
}

function floorTo(ms: number, stepMs: number): number {
  return Math.floor(ms / stepMs) * stepMs;
}

function ceilTo(ms: number, stepMs: number): number {
  return Math.ceil(ms / stepMs) * stepMs;
}
