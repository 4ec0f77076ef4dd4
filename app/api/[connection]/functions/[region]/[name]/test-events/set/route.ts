import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { testEventSetQuerySchema, testEventSetSchema } from "@/lib/test-events/schema";
import { getTestEventSet } from "@/lib/test-events/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: testEventSetQuerySchema,
  response: testEventSetSchema,
  run: ({ params: { connection, region, name }, query: { tag } }) => getTestEventSet({ connection, region, functionName: name }, tag),
});
