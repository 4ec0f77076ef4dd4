import { z } from "zod";
import { coldStartsSchema } from "@/lib/cold-starts/schema";
import { coldStarts } from "@/lib/cold-starts/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { rangeSchema } from "@/lib/metrics/schema";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: z.object({ range: rangeSchema }),
  response: coldStartsSchema,
  run: ({ params, query }) => coldStarts(params.connection, params.region, params.name, query.range),
});
