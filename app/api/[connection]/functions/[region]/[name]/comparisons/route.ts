import { comparisonListSchema, comparisonRequestSchema, comparisonSchema } from "@/lib/comparisons/schema";
import { listComparisons, startComparison } from "@/lib/comparisons/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: comparisonListSchema,
  run: ({ params: { connection, region, name } }) => listComparisons({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: comparisonRequestSchema,
  response: comparisonSchema,
  status: 202,
  run: ({ params: { connection, region, name }, body }) => startComparison({ connection, region, functionName: name }, body),
});
