import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { testEventInputSchema, testEventListSchema, testEventQuerySchema, testEventSchema } from "@/lib/test-events/schema";
import { createTestEvent, listTestEvents } from "@/lib/test-events/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: testEventQuerySchema,
  response: testEventListSchema,
  run: ({ params: { connection, region, name }, query }) => listTestEvents({ connection, region, functionName: name }, query),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: testEventInputSchema,
  response: testEventSchema,
  status: 201,
  run: ({ params: { connection, region, name }, body }) => createTestEvent({ connection, region, functionName: name }, body),
});
