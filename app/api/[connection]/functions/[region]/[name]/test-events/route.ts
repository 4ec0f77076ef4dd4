import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { testEventInputSchema, testEventListSchema, testEventSchema } from "@/lib/test-events/schema";
import { createTestEvent, listTestEvents } from "@/lib/test-events/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: testEventListSchema,
  run: ({ params: { connection, region, name } }) => listTestEvents({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: testEventInputSchema,
  response: testEventSchema,
  status: 201,
  run: ({ params: { connection, region, name }, body }) => createTestEvent({ connection, region, functionName: name }, body),
});
