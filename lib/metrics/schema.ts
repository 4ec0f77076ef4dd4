import { z } from "zod";
import { functionNameSchema, quoted, regionSchema } from "@/lib/connections/schema";

/** `15m`, `1h`, `3h`, `24h`, `7d` or two epoch milliseconds `from-to`. It lives in the address as `range`. */
export const rangeSchema = z.string().regex(/^(15m|1h|3h|24h|7d|\d{12,14}-\d{12,14})$/, {
  error: ({ input }) => `${quoted(input)} is not a time range: use 15m, 1h, 3h, 24h, 7d, or two times in milliseconds with a hyphen between.`,
});

export const windowSchema = z.object({
  startMs: z.number(),
  /** Exclusive. */
  endMs: z.number(),
  periodSeconds: z.number(),
  /** Datapoints from here on may still change: the newest max(1 min, timeout). */
  provisionalFromMs: z.number(),
});
export type MetricWindow = z.infer<typeof windowSchema>;

const counts = z.array(z.number());
const values = z.array(z.number().nullable());

/** GET …/functions/[region]/[name]/metrics?range= */
export const functionMetricsSchema = z.object({
  window: windowSchema,
  /** Epoch milliseconds of each period's start; every array below has this length. */
  timestampsMs: z.array(z.number()),
  /** Counters: AWS leaves zeros out, they are filled. */
  invocations: counts,
  errors: counts,
  throttles: counts,
  /** Durations in ms: null where nothing ran. */
  durationP50: values,
  durationP95: values,
  durationP99: values,
  /** Max per period, null where nothing ran. */
  concurrency: values,
  /** Max of the whole region. */
  accountConcurrency: values,
  totals: z.object({
    invocations: z.number(),
    errors: z.number(),
    throttles: z.number(),
    /** Over the whole window, asked of CloudWatch as one period; null where nothing ran. */
    durationP50: z.number().nullable(),
    durationP95: z.number().nullable(),
    durationP99: z.number().nullable(),
    concurrencyMax: z.number().nullable(),
  }),
  limits: z.object({
    timeoutMs: z.number(),
    reservedConcurrency: z.number().optional(),
    /** The connection may not read it: its absence then means nothing. */
    reservedUnread: z.boolean().optional(),
    accountConcurrency: z.number().optional(),
  }),
  /** CloudWatch answered only a part. */
  partial: z.boolean(),
  loadedAtMs: z.number(),
});
export type FunctionMetrics = z.infer<typeof functionMetricsSchema>;

/** GET …/functions/metrics?range=&fn=us-east-1/checkout&fn=…  (at most 100 functions: the visible rows) */
export const functionRowMetricsSchema = z.object({
  region: regionSchema,
  name: z.string(),
  invocations: z.number(),
  errors: z.number(),
  throttles: z.number(),
  durationP95: z.number().nullable(),
  /** Invocations per bucket, at most 30 buckets. */
  sparkline: z.array(z.number()),
  /** Compute and requests in the range before the free tier; INIT is left out of the list's figure. */
  costUsd: z.number().optional(),
});
export type FunctionRowMetrics = z.infer<typeof functionRowMetricsSchema>;

export const functionRowMetricsListSchema = z.object({
  window: windowSchema,
  rows: z.array(functionRowMetricsSchema),
  problems: z.array(z.object({ region: regionSchema, message: z.string(), iamAction: z.string().optional() })),
  loadedAtMs: z.number(),
});
export type FunctionRowMetricsList = z.infer<typeof functionRowMetricsListSchema>;

/** Query of …/functions/metrics: `fn` once or repeated, each `region/name`. */
export const functionRowMetricsRequestSchema = z.object({
  range: rangeSchema,
  fn: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? value : [value]).map(splitFunctionKey))
    .pipe(z.array(z.object({ region: regionSchema, name: functionNameSchema })).min(1).max(100)),
});

function splitFunctionKey(key: string): { region: string; name: string } {
  const [region = "", ...name] = key.split("/");
  return { region, name: name.join("/") };
}
