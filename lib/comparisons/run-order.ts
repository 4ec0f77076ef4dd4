/** Which side is run next, so that both see the same conditions. */
import type { ComparisonSample, Side } from "./schema";

/** Cold starts and rejected runs on top of the warm ones, at most; a function that never gets warm would otherwise run on. */
export const EXTRA_RUNS = 5;

type Seen = Pick<ComparisonSample, "side" | "outcome" | "initDurationMs">;

/** Warm: it answered, and no INIT came before. A failed function counts: it took its time too. */
export function isWarm({ outcome, initDurationMs }: Pick<Seen, "outcome" | "initDurationMs">): boolean {
  return ["success", "function_error", "timeout"].includes(outcome) && initDurationMs === undefined;
}

/**
 * The next side of an event, in the order A B B A A B B A …: what drifts meanwhile (a neighbour, a cache) falls on both. A
 * side that has its warm runs waits for the other; undefined when both have them or have used up their extra runs.
 */
export function nextSide(seen: readonly Seen[], warmRuns: number): Side | undefined {
  const open = (side: Side) => {
    const own = seen.filter((run) => run.side === side);
    return own.filter(isWarm).length < warmRuns && own.length < warmRuns + EXTRA_RUNS;
  };
  const turn: Side = [1, 2].includes(seen.length % 4) ? "right" : "left";
  const other: Side = turn === "left" ? "right" : "left";
  return open(turn) ? turn : open(other) ? other : undefined;
}
