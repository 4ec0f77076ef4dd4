import { connectionParamsSchema } from "@/lib/connections/schema";
import { costQuerySchema, costReportSchema } from "@/lib/cost/schema";
import { costReport } from "@/lib/cost/service";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: costQuerySchema,
  response: costReportSchema,
  run: ({ params, query }) => costReport(params.connection, query.period, query.regions),
});
