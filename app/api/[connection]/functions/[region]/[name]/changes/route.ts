import { changeListSchema } from "@/lib/activity/schema";
import { listChanges } from "@/lib/undo/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: changeListSchema,
  run: ({ params: { connection, region, name } }) => listChanges({ connection, region, functionName: name }),
});
