import { functionParamsSchema } from "@/lib/connections/schema";
import { emergencyStopSchema, stopPreviewSchema, stopRequestSchema } from "@/lib/emergency-stops/schema";
import { previewStop, startStop } from "@/lib/emergency-stops/service";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: stopPreviewSchema,
  run: ({ params: { connection, region, name } }) => previewStop({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: stopRequestSchema,
  response: emergencyStopSchema,
  run: ({ params: { connection, region, name }, body }) => startStop({ connection, region, functionName: name }, body.minutes),
});
