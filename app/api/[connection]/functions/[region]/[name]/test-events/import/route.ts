import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { importRequestSchema, importResultSchema } from "@/lib/test-events/schema";
import { importTestEvents } from "@/lib/test-events/service";

export const POST = defineRoute({
  params: functionParamsSchema,
  body: importRequestSchema,
  response: importResultSchema,
  run: ({ params: { connection, region, name }, body }) => importTestEvents({ connection, region, functionName: name }, body),
});
