import { expect, test } from "vitest";
import { bulkWords, judgeBulkChange, type PresentFunction } from "./bulk-outcome";
import type { BulkChange } from "./schema";

const present: PresentFunction = {
  packageType: "Zip",
  memoryMb: 128,
  timeoutSeconds: 3,
  runtime: "nodejs22.x",
  environment: { STAGE: "dev", SECRET: "s3cret-value" },
  tags: { team: "shop" },
  retention: { days: 7 },
};

test.each<[BulkChange, "changes" | "unchanged" | "refused", string, string]>([
  [{ what: "memory", memoryMb: 1_024 }, "changes", "128 MB", "1,024 MB"],
  [{ what: "memory", memoryMb: 128 }, "unchanged", "128 MB", "128 MB"],
  [{ what: "timeout", timeoutSeconds: 900 }, "changes", "3 s", "900 s"],
  [{ what: "runtime", runtime: "nodejs24.x" }, "changes", "nodejs22.x", "nodejs24.x"],
  [{ what: "runtime", runtime: "nodejs22.x" }, "unchanged", "nodejs22.x", "nodejs22.x"],
  [{ what: "runtime", runtime: "python3.14" }, "refused", "nodejs22.x", "python3.14"],
  [{ what: "set_variable", key: "STAGE", value: "dev" }, "unchanged", "that value", "that value"],
  [{ what: "set_variable", key: "STAGE", value: "prod" }, "changes", "another value", "that value"],
  [{ what: "set_variable", key: "NEW", value: "x" }, "changes", "not there", "that value"],
  [{ what: "set_variable", key: "AWS_REGION", value: "x" }, "refused", "not there", "that value"],
  [{ what: "set_variable", key: "NEW", value: "x".repeat(4_090) }, "refused", "not there", "that value"],
  [{ what: "remove_variable", key: "STAGE" }, "changes", "set", "not there"],
  [{ what: "remove_variable", key: "constructor" }, "unchanged", "not there", "not there"],
  [{ what: "set_tag", key: "team", value: "pay" }, "changes", "“shop”", "“pay”"],
  [{ what: "set_tag", key: "team", value: "shop" }, "unchanged", "“shop”", "“shop”"],
  [{ what: "remove_tag", key: "cost" }, "unchanged", "not there", "not there"],
  [{ what: "log_retention", days: 14 }, "changes", "7 days", "14 days"],
  [{ what: "log_retention" }, "changes", "7 days", "for ever"],
])("%o is %s: %s → %s", (change, result, before, after) => {
  expect(judgeBulkChange(change, present)).toMatchObject({ result, before, after });
});

test("what AWS would refuse says why", () => {
  const image = { ...present, packageType: "Image" as const, runtime: undefined };
  expect(judgeBulkChange({ what: "runtime", runtime: "nodejs24.x" }, image).reason).toContain("container image");
  expect(judgeBulkChange({ what: "log_retention", days: 1 }, { ...present, retention: undefined }).reason).toContain("no log group");
  const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, "v"]));
  expect(judgeBulkChange({ what: "set_tag", key: "one-more", value: "" }, { ...present, tags }).reason).toContain("50 tags");
  expect(judgeBulkChange({ what: "set_tag", key: "k1", value: "" }, { ...present, tags }).result).toBe("changes");
});

test("no word holds a variable's value", () => {
  const change: BulkChange = { what: "set_variable", key: "SECRET", value: "s3cret-value" };
  expect(JSON.stringify([bulkWords(change), judgeBulkChange(change, present), judgeBulkChange({ ...change, value: "other" }, present)])).not.toMatch(/s3cret|other"/);
});
