import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { comparisonRequestSchema, versionComparisonSchema } from "@/lib/versions/schema";
import { compareVersions } from "@/lib/versions/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: comparisonRequestSchema,
  response: versionComparisonSchema,
  run: ({ params: { connection, region, name }, query }) => compareVersions({ connection, region, functionName: name }, query),
});
