import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { rangeSchema } from "@/lib/metrics/schema";
import { aliasNameSchema, aliasTrafficSchema } from "@/lib/versions/schema";
import { aliasTraffic } from "@/lib/versions/service";
import { z } from "zod";

export const GET = defineRoute({
  params: functionParamsSchema.extend({ alias: aliasNameSchema }),
  query: z.object({ range: rangeSchema }),
  response: aliasTrafficSchema,
  run: ({ params: { connection, region, name, alias }, query }) => aliasTraffic({ connection, region, functionName: name }, alias, query.range),
});
