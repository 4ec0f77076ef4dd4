import { expect, test } from "vitest";
import { throttleEvidence } from "./throttle-evidence";

const seen = { cause: "unknown", spans: [], periods: 7, concurrency: { least: 2, most: 2 }, accountMost: 12 } as const;

test.each([
  ["a limit removed since", seen, {}, "Today no concurrency is reserved for it. Concurrency stood at 2 in all 7 periods with rejections, as a reserved limit of 2 would make it. The whole account used at most 12 of 1,000."],
  ["one period stands nowhere", { ...seen, periods: 1 }, {}, "Today no concurrency is reserved for it. Concurrency was at most 2 then. The whole account used at most 12 of 1,000."],
  ["up and down", { ...seen, concurrency: { least: 1, most: 4 } }, {}, "Today no concurrency is reserved for it. Concurrency was at most 4 then. The whole account used at most 12 of 1,000."],
  ["raised since", seen, { reservedConcurrency: 10 }, "Concurrency was at most 2 then; today's reserved 10 does not explain it. The whole account used at most 12 of 1,000."],
  ["lowered since", seen, { reservedConcurrency: 1 }, "Concurrency reached 2 then, above today's reserved 1: the limit was another. The whole account used at most 12 of 1,000."],
  ["at today's limit, but not always", { ...seen, concurrency: { least: 1, most: 2 } }, { reservedConcurrency: 2 }, "Concurrency was sometimes below, at most 2 then; today's reserved 2 does not explain it. The whole account used at most 12 of 1,000."],
  ["switched off since", seen, { reservedConcurrency: 0 }, "Today its reserved concurrency is 0, yet some requests ran then: the limit was another. The whole account used at most 12 of 1,000."],
  ["not permitted to read", { ...seen, concurrency: undefined, accountMost: undefined }, { reservedUnread: true }, "Its reserved concurrency could not be read."],
  ["no figures", { ...seen, concurrency: undefined, accountMost: undefined }, { reservedConcurrency: 3 }, "CloudWatch has no concurrency of that time to hold against today's reserved 3."],
])("%s", (_, verdict, limits, words) => {
  expect(throttleEvidence(verdict, { timeoutMs: 3000, accountConcurrency: 1000, ...limits })).toBe(words);
});
