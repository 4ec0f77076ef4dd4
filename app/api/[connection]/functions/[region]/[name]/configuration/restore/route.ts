import { restorePlanSchema, restoreRequestSchema, updateResultSchema } from "@/lib/configuration/schema";
import { planSettingsRestore, restoreSettings } from "@/lib/configuration/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: restoreRequestSchema,
  response: restorePlanSchema,
  run: ({ params: { connection, region, name }, query }) => planSettingsRestore({ connection, region, functionName: name }, query.before),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: restoreRequestSchema,
  response: updateResultSchema,
  run: ({ params: { connection, region, name }, body }) => restoreSettings({ connection, region, functionName: name }, body.before),
});
