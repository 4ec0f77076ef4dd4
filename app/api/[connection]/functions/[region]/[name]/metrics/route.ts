import { z } from "zod";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { functionMetricsSchema, rangeSchema } from "@/lib/metrics/schema";
import { functionMetrics } from "@/lib/metrics/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: z.object({ range: rangeSchema }),
  response: functionMetricsSchema,
  run: ({ params, query }) => functionMetrics(params.connection, params.region, params.name, query.range),
});
