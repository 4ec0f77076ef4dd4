import type { Clock } from "../clock.ts";
import type { MetricReader } from "../telemetry/metric-store.ts";
import type { Members } from "./members.ts";

/** What an operation works on. */
export interface CloudWatchContext {
  metrics: MetricReader;
  clock: Clock;
  region: string;
}

/**
 * One operation, whatever the protocol. In the answer a `Date` is a time and a `Map` a map; the protocol writes them
 * its way.
 */
export type CloudWatchOperation = (context: CloudWatchContext, members: Members) => object | Promise<object>;
