import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runIdSchema, runSchema } from "@/lib/runs/schema";
import { getRun } from "@/lib/runs/service";

export const GET = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  response: runSchema,
  run: ({ params: { connection, id } }) => getRun(connection, id),
});
