import { z } from "zod";
import { regionSchema } from "@/lib/connections/schema";
import { rangeSchema } from "@/lib/metrics/schema";

/** `regions` is a comma-separated list; undefined means the connection's own. */
export const costQuerySchema = z.object({
  period: z.union([z.literal("month"), rangeSchema]).default("month"),
  regions: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(regionSchema).min(1))
    .optional(),
});

/** One line of a receipt: quantity × unit price = amount. */
export const receiptLineSchema = z.object({
  label: z.string(),
  /** For instance `48,882.1 GB-s × $0.0000133334`. */
  detail: z.string(),
  /** How the quantity was found, for instance `CloudWatch Duration Sum + 0.5 ms a request for rounding up`. */
  method: z.string(),
  amountUsd: z.number(),
});
export type ReceiptLine = z.infer<typeof receiptLineSchema>;

export const functionCostSchema = z.object({
  region: regionSchema,
  name: z.string(),
  memoryMb: z.number(),
  architecture: z.enum(["x86_64", "arm64"]),
  requests: z.number(),
  gbSeconds: z.number(),
  /** GB-seconds of INIT, undefined when the log could not be read (then `notes` says why). */
  initGbSeconds: z.number().optional(),
  /** Before the free tier; undefined when the region has no sourced price or the kind is not billed per ms. */
  costUsd: z.number().optional(),
  receipt: z.array(receiptLineSchema),
  notes: z.array(z.string()),
});
export type FunctionCost = z.infer<typeof functionCostSchema>;

/** GET /api/[connection]/cost?regions=&period=month|<range> */
export const costReportSchema = z.object({
  period: z.object({ label: z.string(), startMs: z.number(), endMs: z.number() }),
  functions: z.array(functionCostSchema),
  /** Sum before the free tier. */
  grossUsd: z.number(),
  /** Taken off once per account, month so far only; for another range undefined with a note. */
  freeTier: z.object({ requests: z.number(), gbSeconds: z.number(), amountUsd: z.number() }).optional(),
  totalUsd: z.number(),
  /** The arithmetic of the total. */
  receipt: z.array(receiptLineSchema),
  /** Per day (UTC) for the month so far: bars by component. */
  days: z.array(
    z.object({ dayMs: z.number(), requestsUsd: z.number(), computeUsd: z.number(), initUsd: z.number() }),
  ),
  prices: z.object({ asOf: z.string(), source: z.string() }),
  notes: z.array(z.string()),
  /** Logs are read for INIT a few seconds at a time: ask again soon, the figures get better. */
  initPending: z.boolean(),
  problems: z.array(z.object({ region: regionSchema, message: z.string(), iamAction: z.string().optional() })),
  loadedAtMs: z.number(),
});
export type CostReport = z.infer<typeof costReportSchema>;
