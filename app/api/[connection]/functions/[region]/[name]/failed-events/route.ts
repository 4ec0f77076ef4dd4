import { functionParamsSchema } from "@/lib/connections/schema";
import { failureQueueListSchema, peekedMessageListSchema, peekRequestSchema } from "@/lib/failed-events/schema";
import { listFailureQueues, peekFailures } from "@/lib/failed-events/service";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: failureQueueListSchema,
  run: ({ params: { connection, region, name } }) => listFailureQueues({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: peekRequestSchema,
  response: peekedMessageListSchema,
  run: ({ params: { connection, region, name }, body }) => peekFailures({ connection, region, functionName: name }, body.queueArn),
});
