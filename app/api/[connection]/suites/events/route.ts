import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { suiteEventListSchema } from "@/lib/suites/schema";
import { findSuiteEvents } from "@/lib/suites/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: z.object({ search: z.string().trim().max(200).default("") }),
  response: suiteEventListSchema,
  run: ({ params, query }) => findSuiteEvents(params.connection, query.search),
});
