import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { shareableEventInputSchema, shareableEventListSchema } from "@/lib/shareable-events/schema";
import { listShareableEvents, saveShareableEvent } from "@/lib/shareable-events/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: shareableEventListSchema,
  run: ({ params: { connection, region, name } }) => listShareableEvents({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: shareableEventInputSchema,
  response: shareableEventListSchema,
  run: ({ params: { connection, region, name }, body }) => saveShareableEvent({ connection, region, functionName: name }, body),
});
