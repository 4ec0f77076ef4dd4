import { z } from "zod";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runListSchema, runRequestSchema, runSchema } from "@/lib/runs/schema";
import { listRuns, startRun } from "@/lib/runs/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: z.object({ after: z.string().optional() }),
  response: runListSchema,
  run: ({ params: { connection, region, name }, query }) => listRuns({ connection, region, functionName: name }, query.after),
});

/** The request's signal is left out on purpose: closing the page must not stop an invocation that is being kept. */
export const POST = defineRoute({
  params: functionParamsSchema,
  body: runRequestSchema,
  response: runSchema,
  run: ({ params: { connection, region, name }, body }) => startRun({ connectionId: connection, region }, name, body),
});
