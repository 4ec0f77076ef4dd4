import type { Random } from "../random.ts";
import type { Demand } from "./history-model.ts";
import { isWithin, type Incidents, type Span } from "./incidents.ts";
import { rhythmAt } from "./rhythm.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MINUTES = 1_440;
const COLD_WAVE_DEMAND = 1.8;

/**
 * When the calls of one demand come that *begin* in the span (whole minutes), in no order. A group
 * that begins late in the span goes on after it.
 */
export function arrivals(demand: Demand, span: Span, incidents: Incidents, random: Random): number[] {
  const times: number[] = [];
  for (let minuteMs = span.fromMs; minuteMs < span.untilMs; minuteMs += MINUTE_MS) {
    const { groups, size, spreadMs } = groupsIn(demand, minuteMs, incidents, random);
    for (let group = 0; group < groups; group++) {
      const startMs = minuteMs + random.below(MINUTE_MS);
      const calls = size();
      for (let call = 0; call < calls; call++) times.push(startMs + random.below(spreadMs));
    }
  }
  return times;
}

interface Groups {
  groups: number;
  /** Draws the size of one group. */
  size(): number;
  spreadMs: number;
}

function groupsIn(demand: Demand, minuteMs: number, incidents: Incidents, random: Random): Groups {
  switch (demand.kind) {
    case "groups": {
      const boost = isWithin(minuteMs, incidents.coldWave) ? COLD_WAVE_DEMAND : 1;
      const mean = (demand.perWeekday / DAY_MINUTES) * rhythmAt(minuteMs, demand.peakUtcHour) * boost;
      return { groups: random.poisson(mean), size: sizeAround(demand.size, random), spreadMs: demand.spreadMs };
    }
    case "campaign": {
      const mean = isWithin(minuteMs, incidents.throttledHour)
        ? demand.perThrottledMinute
        : demand.perDay / DAY_MINUTES;
      return { groups: random.poisson(mean), size: sizeAround(demand.size, random), spreadMs: demand.spreadMs };
    }
    case "every": {
      const due = (minuteMs / MINUTE_MS) % demand.minutes === 0;
      return { groups: due ? demand.calls : 0, size: () => 1, spreadMs: 1 };
    }
    case "daily":
      return { groups: minuteMs % (24 * HOUR_MS) === demand.atUtcHour * HOUR_MS ? 1 : 0, size: () => 1, spreadMs: 1 };
  }
}

/** Draws the size of a group: at least one call, `mean` on average. */
function sizeAround(mean: number, random: Random): () => number {
  return () => 1 + random.poisson(mean - 1);
}
