import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { listSuiteRuns, startSuiteRun } from "@/lib/suite-runs/service";
import { suiteRunListSchema, suiteRunRequestSchema, suiteRunSchema } from "@/lib/suites/schema";

const params = connectionParamsSchema.extend({ id: z.string() });

export const GET = defineRoute({
  params,
  response: suiteRunListSchema,
  run: ({ params: { connection, id } }) => listSuiteRuns(connection, id),
});

export const POST = defineRoute({
  params,
  body: suiteRunRequestSchema,
  response: suiteRunSchema,
  status: 202,
  run: ({ params: { connection, id }, body }) => startSuiteRun(connection, id, body),
});
