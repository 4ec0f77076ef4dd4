import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { lookForReceipt } from "@/lib/run-logs/service";
import { runIdSchema, runSchema } from "@/lib/runs/schema";

/** Looks into the run's destination or dead-letter queue, without taking anything out. */
export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  response: runSchema,
  run: ({ params: { connection, id } }) => lookForReceipt(connection, id),
});
