/** Figures and moments as people read them: English, with units, the same on server and browser. */

const LOCALE = "en-US";
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
/** As many as `toFixed` is exact for. */
const MOST_DECIMALS = 20;
const wholeNumber = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** `12`, `4,218`, `18.4k`, `2.1M`: exact below ten thousand, three digits above. */
export function formatCount(count: number): string {
  if (Math.abs(count) < 9_999.5) return oneDecimal.format(count);
  return scaled(count, 1_000, ["", "k", "M", "B", "T"]);
}

/** `0.84 ms`, `1.8 ms`, `18 ms`, `4.1 s`, `2 min 5 s`, `1 h 12 min`. Below 1 ms two digits, so that what took time never reads as 0. */
export function formatMs(durationMs: number): string {
  if (durationMs < 0) return `-${formatMs(-durationMs)}`;
  if (durationMs > 0 && durationMs < 0.995) return `${trimmed(durationMs, Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(durationMs))))} ms`;
  if (durationMs < 9.95) return `${trimmed(durationMs, 1)} ms`;
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9_950) return `${trimmed(durationMs / 1_000, 2)} s`;
  if (durationMs < 59_950) return `${trimmed(durationMs / 1_000, 1)} s`;
  const seconds = Math.round(durationMs / 1_000);
  if (seconds < 3_600) return joined(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) return joined(Math.floor(minutes / 60), "h", minutes % 60, "min");
  return joined(Math.floor(minutes / 1_440), "d", Math.round((minutes % 1_440) / 60), "h");
}

/** `812 B`, `4.1 KB`, `6 MB`: units of 1,024, as AWS's limits are meant. */
export function formatBytes(sizeBytes: number): string {
  return sizeBytes < 1_024 ? `${wholeNumber.format(sizeBytes)} B` : scaled(sizeBytes, 1_024, [" B", " KB", " MB", " GB", " TB"]);
}

/**
 * `$0`, `$0.0000022`, `$0.014`, `$1.20`, `$1,204`: two significant digits below a cent's tenth, so that what costs
 * something never reads as nothing.
 */
export function formatUsd(costUsd: number): string {
  if (costUsd === 0) return "$0";
  const sign = costUsd < 0 ? "-" : "";
  const amount = Math.abs(costUsd);
  if (amount >= 999.995) return `${sign}$${wholeNumber.format(amount)}`;
  if (amount >= 0.0995) return `${sign}$${amount.toFixed(2)}`;
  const decimals = Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(amount)));
  return `${sign}$${trimmed(amount, decimals)}`;
}

/** A share of 1: `0 %`, `0.02 %`, `1.2 %`, `34 %`; never `0 %` or `100 %` for what only comes near. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  if (percent === 0) return "0 %";
  if (percent > 0 && percent < 0.01) return "< 0.01 %";
  if (percent > 99.9 && percent < 100) return "> 99.9 %";
  const decimals = percent < 0.995 ? 2 : percent < 9.95 || percent > 99.5 ? 1 : 0;
  return `${trimmed(percent, decimals)} %`;
}

const STEPS: [limitMs: number, unitMs: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60_000, 1_000, "second"],
  [3_600_000, 60_000, "minute"],
  [86_400_000, 3_600_000, "hour"],
  [30 * 86_400_000, 86_400_000, "day"],
  [365 * 86_400_000, 30 * 86_400_000, "month"],
  [Number.POSITIVE_INFINITY, 365 * 86_400_000, "year"],
];

const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "always" });

/** `just now`, `12 seconds ago`, `3 hours ago`, `in 2 days`. Whole units, rounded down: nothing seems older than it is. */
export function formatRelativeTime(timestampMs: number, nowMs: number): string {
  const differenceMs = timestampMs - nowMs;
  const distanceMs = Math.abs(differenceMs);
  if (distanceMs < 5_000) return "just now";
  const [, unitMs, unit] = STEPS.find(([limitMs]) => distanceMs < limitMs) ?? [0, 1_000, "second" as const];
  return relative.format(Math.sign(differenceMs) * Math.floor(distanceMs / unitMs), unit);
}

/** `20 Nov 2026, 23:47:05` in the reader's zone, or in `timeZone`. */
export function formatDateTime(timestampMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(timestampMs);
}

/** `20 Nov 2026, 23:47`: a moment that needs no seconds. */
export function formatMoment(timestampMs: number, timeZone?: string): string {
  return formatDateTime(timestampMs, timeZone).slice(0, -":05".length);
}

function scaled(value: number, base: number, units: readonly string[]): string {
  let amount = Math.abs(value);
  let step = 0;
  // 999.5 would round to 1,000 of the smaller unit.
  while (amount >= base - 0.5 && step < units.length - 1) {
    amount /= base;
    step += 1;
  }
  const decimals = amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0;
  const digits = base === 1_024 ? Math.min(decimals, 1) : decimals;
  return `${value < 0 ? "-" : ""}${trimmed(amount, digits)}${units[step]}`;
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** Rounded, without trailing zeros. */
function trimmed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
