import { environmentSchema, environmentUpdateSchema, updateResultSchema } from "@/lib/configuration/schema";
import { getEnvironment, saveEnvironment } from "@/lib/environment/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: environmentSchema,
  run: ({ params: { connection, region, name } }) => getEnvironment({ connection, region, functionName: name }),
});

export const PUT = defineRoute({
  params: functionParamsSchema,
  body: environmentUpdateSchema,
  response: updateResultSchema,
  run: ({ params: { connection, region, name }, body }) => saveEnvironment({ connection, region, functionName: name }, body),
});
