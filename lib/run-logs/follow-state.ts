/** What the log says of an asynchronous event, and whether more is to be expected. */
import type { Attempt, Delivery, FollowUp } from "./schema";

/** Logs are usually there within seconds; after a minute without a line it is said. */
export const NOT_SEEN_AFTER_MS = 60_000;
/** Lambda waits 1 min before the second attempt and 2 before the third; that long again is given to the log and the queue. */
const RETRY_DELAYS_MS = [60_000, 120_000];
const RETRY_GRACE_MS = 60_000;
/** AWS's defaults, where the settings could not be read. */
const DEFAULT_RETRIES = 2;

interface Followed {
  attempts: readonly Attempt[];
  delivery?: Delivery;
  /** When AWS accepted it. */
  acceptedAtMs: number;
  nowMs: number;
}

/** `ended` and `not_seen` end the following; a failed attempt is `retrying` until the next one is overdue. */
export function followState({ attempts, delivery, acceptedAtMs, nowMs }: Followed): FollowUp["state"] {
  const last = attempts.at(-1);
  if (!last) return nowMs - acceptedAtMs >= NOT_SEEN_AFTER_MS ? "not_seen" : "looking";
  if (last.ended === "running") return "running";
  if (last.ended === "success") return "ended";
  const dueMs = retryDueMs({ attempts, delivery });
  return dueMs === undefined || nowMs > dueMs + RETRY_GRACE_MS ? "ended" : "retrying";
}

/** When the next attempt is about to come; undefined when the last one was the last. */
export function retryDueMs({ attempts, delivery }: Pick<Followed, "attempts" | "delivery">): number | undefined {
  const last = attempts.at(-1);
  if (!last || last.ended === "running" || last.ended === "success") return undefined;
  if (attempts.length > (delivery?.maximumRetryAttempts ?? DEFAULT_RETRIES)) return undefined;
  const dueMs = (last.endedAtMs ?? last.startedAtMs) + (RETRY_DELAYS_MS[attempts.length - 1] ?? 0);
  const first = attempts[0]?.startedAtMs ?? last.startedAtMs;
  return delivery && dueMs - first > delivery.maximumEventAgeSeconds * 1_000 ? undefined : dueMs;
}

/** How long to wait before looking again: often at first, seldom while nothing can have happened. */
export function nextLookMs({ attempts, delivery, acceptedAtMs, nowMs }: Followed): number {
  const dueMs = retryDueMs({ attempts, delivery });
  if (dueMs !== undefined && nowMs < dueMs) return Math.min(Math.max(1_000, dueMs - nowMs), 10_000);
  const ageMs = nowMs - (attempts.at(-1)?.startedAtMs ?? acceptedAtMs);
  if (ageMs < 5_000) return 700;
  return ageMs < 30_000 ? 2_000 : 5_000;
}

/** The queue, topic or function that AWS hands the event to after its end; undefined when there is none. */
export function destinationOf({ attempts, delivery, state }: Pick<FollowUp, "attempts" | "delivery" | "state">): { arn: string; kind: "success" | "failure" | "dead_letter" }[] {
  if (!delivery || state !== "ended") return [];
  if (attempts.at(-1)?.ended === "success") return delivery.onSuccess ? [{ arn: delivery.onSuccess, kind: "success" }] : [];
  return [
    ...(delivery.onFailure ? [{ arn: delivery.onFailure, kind: "failure" as const }] : []),
    ...(delivery.deadLetter ? [{ arn: delivery.deadLetter, kind: "dead_letter" as const }] : []),
  ];
}
