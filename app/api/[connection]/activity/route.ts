import { activityPageSchema, activityQuerySchema } from "@/lib/activity/schema";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { listActivity } from "@/lib/undo/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: activityQuerySchema,
  response: activityPageSchema,
  run: ({ params, query }) => listActivity(params.connection, query),
});
