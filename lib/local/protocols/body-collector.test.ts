import { expect, test } from "vitest";
import { BodyCollector } from "./body-collector.ts";

const pieces = (sizes: number[]): Buffer[] => sizes.map((size, index) => Buffer.alloc(size, 97 + index));

test.each([
  ["nothing", 0, []],
  ["one piece", 3, [3]],
  ["some pieces", 6, [1, 2, 3]],
  ["pieces of unknown length", 0, [300_000, 5]],
  ["a large body", 600_000, [65_536, 500_000, 34_464]],
  ["a large body that was cut off", 600_000, [65_536, 1]],
])("%s", (_case, announcedBytes, sizes) => {
  const sent = pieces(sizes);
  const collector = new BodyCollector(announcedBytes);
  for (const piece of sent) collector.push(piece);
  expect(collector.body().equals(Buffer.concat(sent))).toBe(true);
});
