import { expect, test } from "vitest";
import { priceEffect } from "./price-effect";
import type { Settings } from "./settings";

const US = { region: "us-east-1", architecture: "x86_64" } as const;
const effect = (field: string, before: Settings, after: Settings, place: Parameters<typeof priceEffect>[3] = US) => priceEffect(field, before, after, place);

test.each<[string, Settings, Settings, RegExp | undefined]>([
  // 0.5 GB × 100,000 s × $0.0000166667
  ["memoryMb", { memoryMb: 512 }, { memoryMb: 512 }, /^\$0\.83 for a million runs of 100 ms/],
  ["memoryMb", { memoryMb: 512 }, { memoryMb: 1_024 }, /^\$1\.67 instead of \$0\.83 for a million/],
  ["memoryMb", { memoryMb: 512 }, { memoryMb: "many" }, undefined],
  ["ephemeralStorageMb", { ephemeralStorageMb: 512 }, { ephemeralStorageMb: 512 }, /^\$0 for a million/],
  // 9.5 GB × 100,000 s × $0.0000000309
  ["ephemeralStorageMb", { ephemeralStorageMb: 512 }, { ephemeralStorageMb: 10_240 }, /^\$0\.029 instead of \$0 /],
  // 10 × 1 GB × 730 h × 3,600 s × $0.0000041667
  ["provisioned:prod", { memoryMb: 1_024 }, { memoryMb: 1_024, "provisioned:prod": 10 }, /^\$109\.50 instead of \$0 a month/],
  ["provisioned:prod", { memoryMb: 1_024, "provisioned:prod": 10 }, { memoryMb: 1_024, "provisioned:prod": null }, /^\$0 instead of \$109\.50 a month/],
  ["timeoutSeconds", { timeoutSeconds: 3 }, { timeoutSeconds: 4 }, undefined],
])("%s from %j to %j", (field, before, after, words) => {
  const found = effect(field, before, after);
  if (words) expect(found).toMatch(words);
  else expect(found).toBeUndefined();
});

test("a region or architecture without a sourced price says so", () => {
  expect(effect("memoryMb", { memoryMb: 128 }, { memoryMb: 128 }, { region: "xx-nowhere-1", architecture: "x86_64" })).toMatch(/no sourced price/);
  expect(effect("provisioned:a", { memoryMb: 128 }, { memoryMb: 128, "provisioned:a": 1 }, { region: "eu-west-1", architecture: "arm64" })).toMatch(/no sourced price/);
});
