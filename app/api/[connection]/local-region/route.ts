import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { localRegionStatusSchema, trafficUpdateSchema } from "@/lib/local-region/schema";
import { localRegionStatus, setTrafficPaused } from "@/lib/local-region/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  response: localRegionStatusSchema,
  run: ({ params }) => localRegionStatus(params.connection),
});

export const PUT = defineRoute({
  params: connectionParamsSchema,
  body: trafficUpdateSchema,
  response: localRegionStatusSchema,
  run: ({ params, body }) => setTrafficPaused(params.connection, body.paused),
});
