import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { functionRowMetricsListSchema, functionRowMetricsRequestSchema } from "@/lib/metrics/schema";
import { functionRowMetrics } from "@/lib/metrics/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: functionRowMetricsRequestSchema,
  response: functionRowMetricsListSchema,
  run: ({ params, query }) => functionRowMetrics(params.connection, query.fn, query.range),
});
