import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestPlace, type TestPlace } from "@/lib/db/testing-place";
import { zipOf } from "@/lib/local/testing";
import { runRequestSchema } from "@/lib/runs/schema";
import { startRun } from "@/lib/runs/service";
import type { Assertion } from "./schema";
import { checkAssertions } from "./service";

/** The first of its lines is far above the last 4 KB. */
const SOURCE = `export const handler = async () => {
  console.log("first line");
  for (let index = 0; index < 200; index += 1) console.log("filler " + index + " " + "x".repeat(60));
  return { statusCode: 200 };
};`;

const ASSERTIONS: Assertion[] = [
  { id: "present", kind: "log", must: true, pattern: "first line" },
  { id: "absent", kind: "log", must: false, pattern: "password" },
  { id: "forbidden", kind: "log", must: false, pattern: "first line" },
  { id: "status", kind: "response", path: "$.statusCode", operator: "equals", expected: "200" },
];

let place: TestPlace;
beforeAll(async () => {
  place = await openTestPlace();
});
afterAll(() => place.close());

test("log assertions see the whole log of a run, though its answer brings the last 4 KB", async () => {
  const { functionName, region } = await place.createFunction("chatty", { Code: { ZipFile: await zipOf({ "index.mjs": SOURCE }) } });
  const request = runRequestSchema.parse({ clickId: randomUUID(), payload: "{}", assertions: ASSERTIONS });
  const run = await startRun({ connectionId: "local", region }, functionName, request);
  expect(run.logTail).not.toContain("first line");
  expect(run.verdict).toBe("failed");
  expect(run.assertionResults?.map(({ assertionId, passed }) => [assertionId, passed])).toEqual([
    ["present", true],
    ["absent", true],
    ["forbidden", false],
    ["status", true],
  ]);
  const { results } = await checkAssertions("local", run.id, ASSERTIONS.slice(0, 2));
  expect(results.map(({ passed }) => passed)).toEqual([true, true]);
  await expect(checkAssertions("local", randomUUID(), ASSERTIONS)).rejects.toMatchObject({ code: "not_found" });
});
