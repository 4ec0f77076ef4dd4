import { configurationUpdateSchema, updateResultSchema } from "@/lib/configuration/schema";
import { saveConfiguration } from "@/lib/configuration/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const PUT = defineRoute({
  params: functionParamsSchema,
  body: configurationUpdateSchema,
  response: updateResultSchema,
  run: ({ params: { connection, region, name }, body }) => saveConfiguration({ connection, region, functionName: name }, body),
});
