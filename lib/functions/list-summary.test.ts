import { expect, test } from "vitest";
import type { FunctionRow } from "./function-rows";
import { hasFinding, parseFinding, summarizeRows } from "./list-summary";

const NOW_MS = Date.parse("2026-11-20T00:00:00Z");

function row(name: string, runtime: string, figures?: { invocations: number; errors: number; throttles: number }): FunctionRow {
  const summary = { region: "us-east-1", name, description: "", runtime, packageType: "Zip", architecture: "arm64" } as const;
  const sizes = { memoryMb: 128, timeoutSeconds: 3, ephemeralStorageMb: 512, codeSizeBytes: 1, lastModifiedMs: 0 };
  const metrics = figures && { region: "us-east-1", name, ...figures, durationP95: null, sparkline: [] };
  return { ...summary, ...sizes, key: `us-east-1/${name}`, metrics };
}

const rows = [
  row("throttled", "nodejs24.x", { invocations: 0, errors: 0, throttles: 1 }),
  row("failing", "nodejs24.x", { invocations: 100, errors: 6, throttles: 0 }),
  row("at-the-line", "nodejs24.x", { invocations: 100, errors: 5, throttles: 0 }),
  row("unknown", "python3.8"),
];

test("counts what is known and says over how many", () => {
  expect(summarizeRows(rows, NOW_MS)).toEqual({ functions: 4, regions: 1, measured: 3, throttled: 1, failing: 1, ended: 1 });
});

test.each(["throttled", "failing", "ended"] as const)("the rows of %s are those it counts", (finding) => {
  const found = rows.filter((candidate) => hasFinding(candidate, finding, NOW_MS));
  expect(found.map(({ name }) => name)).toEqual([finding === "ended" ? "unknown" : finding]);
});

test("an unknown finding in the address is none", () => {
  expect(parseFinding("failing")).toBe("failing");
  expect(parseFinding("__proto__")).toBeUndefined();
});
