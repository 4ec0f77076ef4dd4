import { expect, test } from "vitest";
import { daysOf } from "./activity-days";

const at = (text: string) => ({ atMs: Date.parse(text) });

test("days are the reader's own", () => {
  const changes = [at("2026-11-21T01:00:00Z"), at("2026-11-20T18:20:00Z"), at("2026-11-20T18:10:00Z"), at("2026-11-12T00:00:00Z")];
  expect(daysOf(changes, Date.parse("2026-11-21T09:00:00Z"), "Asia/Kathmandu").map(({ day, changes: ofDay }) => [day, ofDay.length])).toEqual([
    ["Today", 2],
    ["Yesterday", 1],
    ["Thursday, 12 November 2026", 1],
  ]);
});
