import { packageComparisonSchema } from "@/lib/code/schema";
import { comparePackages } from "@/lib/code/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { comparisonRequestSchema } from "@/lib/versions/schema";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: comparisonRequestSchema,
  response: packageComparisonSchema,
  run: ({ params: { connection, region, name }, query }) => comparePackages({ connection, region, functionName: name }, query.left, query.right),
});
