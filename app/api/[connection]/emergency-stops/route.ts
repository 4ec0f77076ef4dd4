import { connectionParamsSchema } from "@/lib/connections/schema";
import { emergencyStopListSchema } from "@/lib/emergency-stops/schema";
import { listStops } from "@/lib/emergency-stops/service";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: connectionParamsSchema,
  response: emergencyStopListSchema,
  run: ({ params }) => listStops(params.connection),
});
