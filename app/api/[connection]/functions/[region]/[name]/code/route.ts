import { codeRequestSchema, packageSchema } from "@/lib/code/schema";
import { describePackage } from "@/lib/code/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: codeRequestSchema,
  response: packageSchema,
  run: ({ params: { connection, region, name }, query }) => describePackage({ connection, region, functionName: name }, query.qualifier),
});
