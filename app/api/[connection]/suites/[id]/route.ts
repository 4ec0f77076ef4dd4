import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { suiteSchema, suiteUpdateSchema } from "@/lib/suites/schema";
import { getSuite, removeSuite, saveSuite } from "@/lib/suites/service";

const params = connectionParamsSchema.extend({ id: z.string() });

export const GET = defineRoute({
  params,
  response: suiteSchema,
  run: ({ params: { connection, id } }) => getSuite(connection, id),
});

export const PUT = defineRoute({
  params,
  body: suiteUpdateSchema,
  response: suiteSchema,
  run: ({ params: { connection, id }, body }) => saveSuite(connection, id, body),
});

export const DELETE = defineRoute({
  params,
  response: z.object({}),
  run: async ({ params: { connection, id } }) => {
    await removeSuite(connection, id);
    return {};
  },
});
