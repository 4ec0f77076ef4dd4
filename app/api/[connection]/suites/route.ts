import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { suiteInputSchema, suiteListSchema, suiteSchema } from "@/lib/suites/schema";
import { createSuite, listSuites } from "@/lib/suites/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  response: suiteListSchema,
  run: ({ params }) => listSuites(params.connection),
});

export const POST = defineRoute({
  params: connectionParamsSchema,
  body: suiteInputSchema,
  response: suiteSchema,
  status: 201,
  run: ({ params, body }) => createSuite(params.connection, body),
});
