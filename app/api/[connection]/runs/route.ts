import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runListSchema } from "@/lib/runs/schema";
import { listRuns } from "@/lib/runs/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: z.object({ after: z.string().optional() }),
  response: runListSchema,
  run: ({ params: { connection }, query }) => listRuns({ connection }, query.after),
});
