/** Whether an event is flaky: the same event, function and version with both verdicts. */
import type { Verdict } from "@/lib/assertions/schema";

/** A graded run, newest first in a history. */
export interface GradedRun {
  verdict: Verdict;
  /** What answered: `$LATEST` or a version's number. */
  version: string;
  startedAtMs: number;
}

export interface FlakyMark {
  passed: number;
  failed: number;
  version: string;
}

/**
 * Looks at the newest version that was run, at most `window` graded runs of it, none older than `sinceMs`: the last edit
 * of the event, and of `$LATEST` the last change of the function, after which another verdict is no wonder.
 */
export function findFlaky(history: readonly GradedRun[], { window, sinceMs }: { window: number; sinceMs: number }): FlakyMark | undefined {
  const version = history[0]?.version;
  if (version === undefined) return undefined;
  const same = history.filter((run) => run.version === version && run.startedAtMs >= sinceMs).slice(0, window);
  const passed = same.filter(({ verdict }) => verdict === "passed").length;
  const failed = same.length - passed;
  return passed > 0 && failed > 0 ? { passed, failed, version } : undefined;
}
