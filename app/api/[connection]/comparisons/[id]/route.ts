import { comparisonSchema } from "@/lib/comparisons/schema";
import { getComparison } from "@/lib/comparisons/service";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runIdSchema } from "@/lib/runs/schema";

export const GET = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  response: comparisonSchema,
  run: ({ params: { connection, id } }) => getComparison(connection, id),
});
