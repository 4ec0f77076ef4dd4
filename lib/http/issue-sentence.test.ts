import { expect, test } from "vitest";
import { z } from "zod";
import { configurationUpdateSchema } from "@/lib/configuration/schema";
import { functionParamsSchema } from "@/lib/connections/schema";
import { rangeSchema } from "@/lib/metrics/schema";
import { runIdSchema, runRequestSchema } from "@/lib/runs/schema";
import { testEventInputSchema } from "@/lib/test-events/schema";
import { issueSentence } from "./issue-sentence";

const address = { connection: "local", region: "us-east-1", name: "checkout" };
const event = { name: "one", payload: "{}", shared: false };

test.each<[z.ZodType, unknown, string]>([
  [functionParamsSchema, { ...address, region: "xx-bad" }, "“xx-bad” is not the name of an AWS region, such as us-east-1."],
  [functionParamsSchema, { ...address, region: "x".repeat(200) }, `“${"x".repeat(64)}…” is not the name of an AWS region, such as us-east-1.`],
  [functionParamsSchema, { ...address, name: "a b" }, "“a b” cannot be a function's name: it has at most 64 letters, digits, hyphens and underscores."],
  [functionParamsSchema, { ...address, connection: "Local!" }, "“Local!” cannot be a connection's name: it has at most 32 small letters, digits and hyphens."],
  [configurationUpdateSchema, { base: {}, changes: {} }, "Nothing was changed."],
  [configurationUpdateSchema, { changes: { memoryMb: 256 } }, "base is missing."],
  [testEventInputSchema, { ...event, name: "  " }, "Give the event a name."],
  [testEventInputSchema, { ...event, name: "x".repeat(83) }, "The name has 83 characters; at most 80 are kept."],
  [testEventInputSchema, { ...event, payload: "x".repeat(6_291_457) }, "The event is over 6,291,456 bytes, the most that Lambda takes."],
  [testEventInputSchema, { ...event, shared: "yes" }, "shared must be true or false."],
  [rangeSchema, "2h", "“2h” is not a time range: use 15m, 1h, 3h, 24h, 7d, or two times in milliseconds with a hyphen between."],
  [runIdSchema, "12", "“12” is not the id of a run."],
  [runRequestSchema, { clickId: "1", payload: "{}" }, "clickId does not have the form that is expected."],
  [runRequestSchema, { clickId: crypto.randomUUID(), payload: "{}", invocationType: "Later" }, "invocationType must be RequestResponse or Event or DryRun."],
  [z.object({ list: z.array(z.string()).max(1) }), { list: ["a", "b"] }, "list must have at most 1 entry."],
  [z.object({ count: z.number() }), { count: "1" }, "count must be a number."],
  [z.number(), undefined, "It is missing."],
])("%#: says it in a sentence", (schema, value, sentence) => {
  const result = schema.safeParse(value, { error: issueSentence });
  expect(result.error?.issues[0]?.message).toBe(sentence);
});
