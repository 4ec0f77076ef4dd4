import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { permissionCreationSchema, triggerChangedSchema } from "@/lib/triggers/schema";
import { allow } from "@/lib/triggers/service";

export const POST = defineRoute({
  params: functionParamsSchema,
  body: permissionCreationSchema,
  response: triggerChangedSchema,
  status: 201,
  run: ({ params: { connection, region, name }, body }) => allow({ connection, region, functionName: name }, body),
});
