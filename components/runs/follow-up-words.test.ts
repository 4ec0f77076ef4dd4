import { expect, test } from "vitest";
import type { FollowUp } from "@/lib/run-logs/schema";
import { deliverySteps, followUpSentence } from "./follow-up-words";

const attempt = (ended: "running" | "success" | "error" | "timeout") => ({ startedAtMs: 1, endedAtMs: 2, logStream: "s", ended, durationMs: 12 });
const followUp = (changes: Partial<FollowUp>): FollowUp => ({ kind: "asynchronous", state: "ended", attempts: [attempt("success")], lookedAtMs: 3, certainty: "request_id", ...changes });

test.each([
  [{}, "Found in the log by its request id. It finished after 12 ms."],
  [{ state: "not_seen", attempts: [] }, /^Not seen after 60 s\. It may be waiting/],
  [{ kind: "lost_answer", state: "not_seen", attempts: [] }, /probably never reached/],
  [{ kind: "lost_answer", certainty: "only_one" }, /only invocation that began within 20 s.*most likely.*Its answer is lost\.$/],
  [{ kind: "lost_answer", state: "several", candidates: 3, attempts: [] }, /^3 invocations/],
  [{ attempts: [attempt("error"), { ...attempt("error"), errorType: "RangeError" }] }, /It failed after 12 ms on attempt 2 with RangeError\.$/],
  [{ kind: "lost_answer", attempts: [attempt("running")] }, /no end of it/],
] as const)("%j", (changes, sentence) => {
  expect(followUpSentence(followUp(changes as Partial<FollowUp>))).toMatch(sentence);
});

test("where it goes: a queue can be looked into, and what was seen is said", () => {
  const queueArn = "arn:aws:sqs:us-east-1:123456789012:failed";
  const delivery = { onFailure: queueArn, maximumRetryAttempts: 0, maximumEventAgeSeconds: 60 };
  const failed = followUp({ attempts: [attempt("error")], delivery });
  expect(deliverySteps(failed)).toMatchObject([{ isQueue: true, sentence: expect.stringContaining("not looked at") }]);
  expect(deliverySteps({ ...failed, receiptLookedAtMs: 4 })[0]?.sentence).toContain("no record of this run");
  expect(deliverySteps({ ...failed, receipt: { queueArn, messageId: "m-1", condition: "RetriesExhausted", seenAtMs: 4 } })[0]?.sentence).toContain("seen there (RetriesExhausted), message m-1");
  expect(deliverySteps({ ...failed, delivery: { maximumRetryAttempts: 0, maximumEventAgeSeconds: 60 } })[0]?.sentence).toContain("dropped");
  expect(deliverySteps(followUp({ delivery }))).toEqual([]);
});
