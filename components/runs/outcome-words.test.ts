import { expect, test } from "vitest";
import type { FollowUp } from "@/lib/run-logs/schema";
import { outcomeToShow } from "./outcome-words";

const followUp = (state: FollowUp["state"], ...ended: FollowUp["attempts"][number]["ended"][]): FollowUp => ({
  kind: "asynchronous",
  state,
  lookedAtMs: 3,
  attempts: ended.map((end, index) => ({ startedAtMs: index, logStream: "s", ended: end })),
});

test.each([
  ["accepted", undefined, "accepted"],
  ["accepted", followUp("ended", "error", "error"), "function_error"],
  ["accepted", followUp("ended", "error", "timeout"), "timeout"],
  ["accepted", followUp("ended", "error", "success"), "accepted"],
  ["accepted", followUp("retrying", "error"), "accepted"],
  ["unknown", followUp("ended", "error"), "unknown"],
] as const)("%s, followed up as %j: %s", (outcome, followed, shown) => {
  expect(outcomeToShow({ outcome, followUp: followed })).toBe(shown);
});
