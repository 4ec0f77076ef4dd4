import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runLogSchema } from "@/lib/run-logs/schema";
import { readRunLog } from "@/lib/run-logs/service";
import { runIdSchema } from "@/lib/runs/schema";

export const GET = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  response: runLogSchema,
  run: ({ params: { connection, id } }) => readRunLog(connection, id),
});
