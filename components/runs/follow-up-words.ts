import { formatMs } from "@/lib/format";
import { destinationOf } from "@/lib/run-logs/follow-state";
import type { FollowUp } from "@/lib/run-logs/schema";

/** What is known, in one sentence. */
export function followUpSentence(followUp: FollowUp): string {
  const { kind, state, attempts, candidates = 0 } = followUp;
  const last = attempts.at(-1);
  switch (state) {
    case "looking":
      return "Not in the log yet. It is looked for until a minute has passed.";
    case "running":
      return `${found(followUp)} It has started and not ended yet.`;
    case "retrying":
      return `Attempt ${attempts.length} failed. Lambda tries again after about ${attempts.length === 1 ? "one minute" : "two minutes"}, with the same request id.`;
    case "ended":
      if (last?.ended === "running") return `${found(followUp)} It started, and the log has no end of it: the process was probably killed with the machine it ran on.`;
      return `${found(followUp)} ${endSentence(followUp)}`;
    case "not_seen":
      return kind === "asynchronous"
        ? "Not seen after 60 s. It may be waiting in Lambda's queue (throttled or much to do), or the function does not log."
        : "Not seen after 60 s: no invocation of that time is in the log. It probably never reached the function.";
    case "several":
      return `${candidates} invocations began within seconds of it. Which of them was this run cannot be told, so none is shown.`;
    case "unreadable":
      return "The log cannot be read, so how it ended is not known.";
  }
}

function found({ kind, certainty }: FollowUp): string {
  if (kind === "asynchronous") return "Found in the log by its request id.";
  return certainty === "request_id" ? "Found in the log by its request id: this is certain." : "Found in the log as the only invocation that began within 20 s of it: most likely this run.";
}

function endSentence({ kind, attempts }: FollowUp): string {
  const last = attempts.at(-1);
  const after = last?.durationMs === undefined ? "" : ` after ${formatMs(last.durationMs)}`;
  const tries = attempts.length > 1 ? ` on attempt ${attempts.length}` : "";
  const lost = kind === "lost_answer" ? " Its answer is lost." : "";
  if (last?.ended === "success") return `It finished${after}${tries}.${lost}`;
  if (last?.ended === "timeout") return `It timed out${after}${tries}.${lost}`;
  return `It failed${after}${tries}${last?.errorType ? ` with ${last.errorType}` : ""}.${lost}`;
}

const TARGET_WORDS = { success: "On-success destination", failure: "On-failure destination", dead_letter: "Dead-letter target" } as const;

export interface DeliveryStep {
  arn?: string;
  sentence: string;
  /** A queue that can be looked into. */
  isQueue: boolean;
}

/** Where Lambda hands the event to after its end, as far as the settings and the queues say. */
export function deliverySteps(followUp: FollowUp): DeliveryStep[] {
  const { kind, state, attempts, delivery, receipt, receiptLookedAtMs } = followUp;
  if (kind !== "asynchronous" || !delivery || state !== "ended") return [];
  const steps = destinationOf(followUp).map(({ arn, kind: target }): DeliveryStep => {
    const isQueue = arn.split(":")[2] === "sqs";
    const seen = receipt?.queueArn === arn ? `a record of this run was seen there${receipt.condition ? ` (${receipt.condition})` : ""}, message ${receipt.messageId}` : receiptLookedAtMs && isQueue ? "no record of this run is among the messages that were visible" : "configured; whether it arrived was not looked at";
    return { arn, isQueue, sentence: `${TARGET_WORDS[target]} ${arn}: ${seen}.` };
  });
  if (steps.length > 0 || attempts.at(-1)?.ended === "success") return steps;
  return [{ isQueue: false, sentence: "The event is dropped: the function has no on-failure destination and no dead-letter queue." }];
}
