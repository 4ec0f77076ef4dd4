import { z } from "zod";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runFilterSchema, runListSchema, runRequestSchema, runSchema } from "@/lib/runs/schema";
import { beginRun, listRuns } from "@/lib/runs/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  query: runFilterSchema.extend({ after: z.string().optional() }),
  response: runListSchema,
  run: ({ params: { connection, region, name }, query: { after, ...filter } }) => listRuns({ connection, region, functionName: name }, after, filter),
});

/** The request's signal is left out on purpose: closing the page must not stop an invocation that is being kept. */
export const POST = defineRoute({
  params: functionParamsSchema,
  body: runRequestSchema,
  response: runSchema,
  run: ({ params: { connection, region, name }, body }) => beginRun({ connectionId: connection, region }, name, body),
});
