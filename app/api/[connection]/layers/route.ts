import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { regionListSchema } from "@/lib/functions/schema";
import { defineRoute } from "@/lib/http/route";
import { layerListSchema } from "@/lib/layers/schema";
import { listLayersInUse } from "@/lib/layers/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: z.object({ regions: regionListSchema }),
  response: layerListSchema,
  run: ({ params, query }) => listLayersInUse(params.connection, query.regions),
});
