import { revealedValueSchema, revealRequestSchema } from "@/lib/configuration/schema";
import { revealVariable } from "@/lib/environment/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

/** POST, since it is recorded, and so that no cache or history keeps a value. */
export const POST = defineRoute({
  params: functionParamsSchema,
  body: revealRequestSchema,
  response: revealedValueSchema,
  run: ({ params: { connection, region, name }, body }) => revealVariable({ connection, region, functionName: name }, body.key),
});
