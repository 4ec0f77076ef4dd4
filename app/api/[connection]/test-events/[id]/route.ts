import { z } from "zod";
import { defineRoute } from "@/lib/http/route";
import { testEventParamsSchema, testEventSchema, testEventUpdateSchema } from "@/lib/test-events/schema";
import { getTestEvent, removeTestEvent, saveTestEvent } from "@/lib/test-events/service";

export const GET = defineRoute({
  params: testEventParamsSchema,
  response: testEventSchema,
  run: ({ params: { connection, id } }) => getTestEvent(connection, id),
});

export const PUT = defineRoute({
  params: testEventParamsSchema,
  body: testEventUpdateSchema,
  response: testEventSchema,
  run: ({ params: { connection, id }, body }) => saveTestEvent(connection, id, body),
});

export const DELETE = defineRoute({
  params: testEventParamsSchema,
  response: z.object({}),
  run: async ({ params: { connection, id } }) => {
    await removeTestEvent(connection, id);
    return {};
  },
});
