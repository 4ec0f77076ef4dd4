import { expect, it } from "vitest";
import { batchFailures } from "./batch-result.ts";

const ids = new Set(["a", "b"]);

it.each([
  ["", "none"],
  ["null", "none"],
  ["{}", "none"],
  ['{"batchItemFailures":null}', "none"],
  ['{"batchItemFailures":[]}', "none"],
  ['{"batchItemFailures":[{"itemIdentifier":"a"}]}', "some"],
  ['{"batchItemFailures":[{"itemIdentifier":""}]}', "all"],
  ['{"batchItemFailures":[{"itemIdentifier":null}]}', "all"],
  ['{"batchItemFailures":[{"itemIdentifier":"c"}]}', "all"],
  ['{"batchItemFailures":[{"id":"a"}]}', "all"],
  ['{"batchItemFailures":"a"}', "all"],
  ["not json", "all"],
  ["7", "all"],
])("%s: %s failed", (payload, kind) => {
  expect(batchFailures(Buffer.from(payload), ids).kind).toBe(kind);
});

it("names the messages that failed", () => {
  expect(batchFailures(Buffer.from('{"batchItemFailures":[{"itemIdentifier":"b"}]}'), ids)).toEqual({ kind: "some", messageIds: new Set(["b"]) });
});
