/**
 * The period a cost report covers: the month so far (UTC, as AWS bills) or a range, aligned to the
 * period that CloudWatch still keeps: 60 s for 15 days, 300 s for 63 days, 1 h for 455 days.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html
 */
import { AppError } from "@/lib/errors";

export interface CostPeriod {
  kind: "month" | "range";
  label: string;
  /** Aligned to `periodSeconds`. */
  startMs: number;
  /** Exclusive; now for a period that still runs. */
  endMs: number;
  periodSeconds: 60 | 300 | 3600;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const PRESETS: Record<string, { lengthMs: number; periodSeconds: 60 | 300 | 3600; label: string }> = {
  "15m": { lengthMs: 15 * MINUTE_MS, periodSeconds: 60, label: "last 15 minutes" },
  "1h": { lengthMs: HOUR_MS, periodSeconds: 60, label: "last hour" },
  "3h": { lengthMs: 3 * HOUR_MS, periodSeconds: 60, label: "last 3 hours" },
  "24h": { lengthMs: DAY_MS, periodSeconds: 300, label: "last 24 hours" },
  "7d": { lengthMs: 7 * DAY_MS, periodSeconds: 3600, label: "last 7 days" },
};

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "UTC" });

/** Parses `month`, a preset such as `24h`, or `fromMs-toMs`. Throws `bad_request` for a range that ends before it starts. */
export function costPeriod(text: string, nowMs: number): CostPeriod {
  if (text === "month") return monthSoFar(nowMs);
  const preset = PRESETS[text];
  if (!preset) return customPeriod(text, nowMs);
  const { lengthMs, periodSeconds, label } = preset;
  const endMs = alignUp(nowMs, periodSeconds);
  return { kind: "range", label, startMs: endMs - lengthMs, endMs, periodSeconds };
}

function monthSoFar(nowMs: number): CostPeriod {
  const now = new Date(nowMs);
  const startMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  return { kind: "month", label: `${MONTH.format(nowMs)} so far`, startMs, endMs: nowMs, periodSeconds: 3600 };
}

function customPeriod(text: string, nowMs: number): CostPeriod {
  const [fromMs = Number.NaN, toMs = Number.NaN] = text.split("-").map(Number);
  if (!(fromMs < toMs)) throw new AppError("bad_request", "The range ends before it starts.");
  if (fromMs >= nowMs) throw new AppError("bad_request", "The range has not begun yet.");
  const periodSeconds = keptPeriodSeconds(toMs - fromMs, nowMs - fromMs);
  const startMs = alignDown(fromMs, periodSeconds);
  const endMs = Math.min(alignUp(toMs, periodSeconds), alignUp(nowMs, periodSeconds));
  return { kind: "range", label: `${MOMENT.format(startMs)} – ${MOMENT.format(endMs)} UTC`, startMs, endMs, periodSeconds };
}

function keptPeriodSeconds(lengthMs: number, ageMs: number): 60 | 300 | 3600 {
  if (lengthMs > 2 * DAY_MS || ageMs > 62 * DAY_MS) return 3600;
  return lengthMs > 6 * HOUR_MS || ageMs > 14 * DAY_MS ? 300 : 60;
}

function alignDown(timestampMs: number, periodSeconds: number): number {
  return Math.floor(timestampMs / (periodSeconds * 1000)) * periodSeconds * 1000;
}

/** The next period's start: CloudWatch counts the running period only up to the end that is asked for. */
export function alignUp(timestampMs: number, periodSeconds: number): number {
  return Math.ceil(timestampMs / (periodSeconds * 1000)) * periodSeconds * 1000;
}

/** Start of the UTC day. */
export function dayOf(timestampMs: number): number {
  return Math.floor(timestampMs / DAY_MS) * DAY_MS;
}

/** Starts of every UTC day that the period touches. */
export function daysOf({ startMs, endMs }: Pick<CostPeriod, "startMs" | "endMs">): number[] {
  const first = dayOf(startMs);
  const count = Math.max(1, Math.ceil((endMs - first) / DAY_MS));
  return Array.from({ length: count }, (_, index) => first + index * DAY_MS);
}

/** Starts of every UTC day of the month that begins at `monthStartMs`. */
export function daysOfMonth(monthStartMs: number): number[] {
  const start = new Date(monthStartMs);
  return daysOf({ startMs: monthStartMs, endMs: Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1) });
}
