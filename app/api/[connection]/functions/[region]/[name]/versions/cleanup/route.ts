import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { cleanupRequestSchema, cleanupResultSchema, cleanupSchema } from "@/lib/versions/schema";
import { cleanUp, planCleanup } from "@/lib/versions/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: cleanupSchema,
  run: ({ params: { connection, region, name } }) => planCleanup({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: cleanupRequestSchema,
  response: cleanupResultSchema,
  run: ({ params: { connection, region, name }, body }) => cleanUp({ connection, region, functionName: name }, body.versions),
});
