import { assertionCheckResultSchema, assertionCheckSchema } from "@/lib/assertions/schema";
import { checkAssertions } from "@/lib/assertions/service";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runIdSchema } from "@/lib/runs/schema";

export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: runIdSchema }),
  body: assertionCheckSchema,
  response: assertionCheckResultSchema,
  run: ({ params: { connection, id }, body }) => checkAssertions(connection, id, body.assertions),
});
