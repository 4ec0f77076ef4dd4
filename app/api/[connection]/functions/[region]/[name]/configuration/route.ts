import { configurationUpdateSchema, functionSettingsSchema, updateResultSchema } from "@/lib/configuration/schema";
import { getSettings, saveConfiguration } from "@/lib/configuration/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: functionSettingsSchema,
  run: ({ params: { connection, region, name } }) => getSettings({ connection, region, functionName: name }),
});

export const PUT = defineRoute({
  params: functionParamsSchema,
  body: configurationUpdateSchema,
  response: updateResultSchema,
  run: ({ params: { connection, region, name }, body }) => saveConfiguration({ connection, region, functionName: name }, body),
});
