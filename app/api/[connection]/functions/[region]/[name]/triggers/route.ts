import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { triggerListSchema } from "@/lib/triggers/schema";
import { listTriggers } from "@/lib/triggers/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: triggerListSchema,
  run: ({ params: { connection, region, name } }) => listTriggers({ connection, region, functionName: name }),
});
