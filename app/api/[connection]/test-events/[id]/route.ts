import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { testEventSchema, testEventUpdateSchema } from "@/lib/test-events/schema";
import { getTestEvent, removeTestEvent, saveTestEvent } from "@/lib/test-events/service";

const params = connectionParamsSchema.extend({ id: z.string().min(1) });

export const GET = defineRoute({
  params,
  response: testEventSchema,
  run: ({ params: { connection, id } }) => getTestEvent(connection, id),
});

export const PUT = defineRoute({
  params,
  body: testEventUpdateSchema,
  response: testEventSchema,
  run: ({ params: { connection, id }, body }) => saveTestEvent(connection, id, body),
});

export const DELETE = defineRoute({
  params,
  response: z.object({}),
  run: async ({ params: { connection, id } }) => {
    await removeTestEvent(connection, id);
    return {};
  },
});
