import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { functionListSchema, regionListSchema } from "@/lib/functions/schema";
import { listFunctions } from "@/lib/functions/service";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: z.object({ regions: regionListSchema }),
  response: functionListSchema,
  run: ({ params, query }) => listFunctions(params.connection, query.regions),
});
