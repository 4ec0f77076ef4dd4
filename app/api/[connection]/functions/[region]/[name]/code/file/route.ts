import { sourceFileSchema, sourceRequestSchema } from "@/lib/code/schema";
import { readSource } from "@/lib/code/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: sourceRequestSchema,
  response: sourceFileSchema,
  run: ({ params: { connection, region, name }, query }) => readSource({ connection, region, functionName: name }, query.qualifier, query.path),
});
