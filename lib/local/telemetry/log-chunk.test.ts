import { expect, it } from "vitest";
import { chunksOf, linesOf, MAX_CHUNK_SPAN_MS } from "./log-chunk.ts";

const T = 1_790_000_000_000;

it("packs neighbouring lines into one chunk and unpacks them unchanged", () => {
  const lines = [
    { timestampMs: T + 5, message: "später ✓ \u{1F600}\n" },
    { timestampMs: T, message: "a\tb" },
    { timestampMs: T + 7, message: "" },
    { timestampMs: T + 7, message: "zero\0inside" },
  ];
  const chunks = chunksOf(lines);
  expect(chunks).toHaveLength(1);
  expect(chunks[0]).toMatchObject({ firstMs: T, lastMs: T + 7 });
  expect(linesOf(chunks[0]!)).toEqual(lines.map((line, index) => ({ ...line, index })));
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line.message) + 26, 0);
  expect(chunks[0]!.sizeBytes).toBe(bytes);
});

it("never spans more than the bound, and starts anew when a chunk has grown", () => {
  const spread = [0, 30_000, 61_000, 62_000].map((offset) => ({ timestampMs: T + offset, message: "x" }));
  expect(chunksOf(spread).map((chunk) => chunk.lastMs - chunk.firstMs)).toEqual([30_000, 1000]);
  for (const chunk of chunksOf(spread)) expect(chunk.lastMs - chunk.firstMs).toBeLessThanOrEqual(MAX_CHUNK_SPAN_MS);
  const large = Array.from({ length: 5 }, () => ({ timestampMs: T, message: "y".repeat(7000) }));
  expect(chunksOf(large).map((chunk) => linesOf(chunk).length)).toEqual([2, 2, 1]);
  expect(chunksOf([])).toEqual([]);
});
