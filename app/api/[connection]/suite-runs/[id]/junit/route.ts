import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runIdSchema } from "@/lib/runs/schema";
import { junitOf } from "@/lib/suite-runs/service";

export const GET = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  response: z.object({ fileName: z.string(), xml: z.string() }),
  run: ({ params: { connection, id } }) => junitOf(connection, id),
});
