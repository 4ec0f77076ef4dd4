import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineStreamRoute } from "@/lib/http/route-stream";
import { runIdSchema } from "@/lib/runs/schema";
import { watchStream } from "@/lib/runs/service";

/** A `StreamPiece` per line. Going away stops the watching, not the run. */
export const GET = defineStreamRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  run: ({ params: { connection, id }, signal }) => watchStream(connection, id, signal),
});
