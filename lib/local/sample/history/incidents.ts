const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A stretch of time, epoch milliseconds; `untilMs` is exclusive. */
export interface Span {
  fromMs: number;
  untilMs: number;
}

/** What happened in the fortnight beside its daily rhythm. */
export interface Incidents {
  /** New code everywhere: every environment is replaced and durations shift. */
  deployedMs: number;
  /** While it lasts, environments are replaced at each of `replacedMs` and demand is higher. */
  coldWave: Span & { replacedMs: readonly number[] };
  /** A campaign: payments come in groups that `checkout` has no concurrency for. */
  throttledHour: Span;
  /** The supplier behind `stock-sync` is mostly unreachable. */
  outages: readonly Span[];
}

/** Places them by day and hour (UTC) before the end of the history. */
export function placeIncidents(untilMs: number): Incidents {
  const today = Math.floor(untilMs / DAY_MS) * DAY_MS;
  const at = (daysAgo: number, hour: number) => today - daysAgo * DAY_MS + hour * HOUR_MS;
  const lasting = (fromMs: number, minutes: number): Span => ({ fromMs, untilMs: fromMs + minutes * MINUTE_MS });

  const coldWave = lasting(at(9, 10), 35);
  return {
    deployedMs: at(5, 14) + 20 * MINUTE_MS,
    coldWave: { ...coldWave, replacedMs: [0, 7, 14, 21, 28].map((minute) => coldWave.fromMs + minute * MINUTE_MS) },
    throttledHour: lasting(at(3, 19), 60),
    outages: [
      lasting(at(12, 6), 40),
      lasting(at(7, 22), 30),
      lasting(at(4, 9), 60),
      // Recent, so that the last 24 hours show one too.
      lasting(untilMs - 5 * HOUR_MS, 40),
    ],
  };
}

/** True when the moment lies in the span. */
export function isWithin(timestampMs: number, span: Span): boolean {
  return timestampMs >= span.fromMs && timestampMs < span.untilMs;
}
