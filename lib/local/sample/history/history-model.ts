import type { Random } from "../random.ts";
import type { Incidents } from "./incidents.ts";

/**
 * Where invocations come from.
 * - `groups`: `perWeekday` groups follow the shop's rhythm, each of about `size` calls spread over `spreadMs`.
 * - `campaign`: groups as above, evenly over the day but for the throttled hour, which has them all the time.
 * - `every`: `calls` calls each `minutes`, day and night.
 * - `daily`: one call at the hour.
 */
export type Demand =
  | { kind: "groups"; perWeekday: number; size: number; spreadMs: number; peakUtcHour: number }
  | { kind: "campaign"; perDay: number; perThrottledMinute: number; size: number; spreadMs: number }
  | { kind: "every"; minutes: number; calls: number }
  | { kind: "daily"; atUtcHour: number };

/** What a function wrote and how it ended. */
export interface Behaviour {
  /** Its own log lines as they stand in the log group, at a share (0 to 1) of its duration. */
  lines: { atShare: number; text(timestampMs: number, requestId: string): string }[];
  failed: boolean;
  /** Relative to the duration that was drawn. */
  durationFactor: number;
}

/** How one function behaves in the simulated history. */
export interface HistoryModel {
  region: string;
  functionName: string;
  memoryMb: number;
  reservedConcurrency?: number;
  /** As INIT_START names it, for instance `nodejs:22.v58`. */
  runtimeVersion: string;
  demand: readonly Demand[];
  /** Of a warm invocation; half are faster than the median. */
  duration: { medianMs: number; sigma: number };
  /** First invocation of an environment: times this. */
  coldFactor: number;
  /** Durations since the deploy: times this. */
  deployFactor: number;
  init: { medianMs: number; sigma: number };
  /** Least and most of Max Memory Used. */
  usedMb: readonly [low: number, high: number];
  /** A line that is written during INIT. */
  initLine?(timestampMs: number, initMs: number): string;
  behave(random: Random, moment: { timestampMs: number; incidents: Incidents }): Behaviour;
}
