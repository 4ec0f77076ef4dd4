import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { lookAgain } from "@/lib/run-logs/service";
import { runIdSchema, runSchema } from "@/lib/runs/schema";

/** Looks for the run in the function's log once more. Invokes nothing. */
export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  response: runSchema,
  run: ({ params: { connection, id } }) => lookAgain(connection, id),
});
