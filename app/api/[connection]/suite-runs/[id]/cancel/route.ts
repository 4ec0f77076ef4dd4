import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runIdSchema } from "@/lib/runs/schema";
import { cancelSuiteRun } from "@/lib/suite-runs/service";
import { suiteRunSchema } from "@/lib/suites/schema";

export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  response: suiteRunSchema,
  run: ({ params: { connection, id } }) => cancelSuiteRun(connection, id),
});
