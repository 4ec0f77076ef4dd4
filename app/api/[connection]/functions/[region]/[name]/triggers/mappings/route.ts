import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { mappingCreationSchema, triggerChangedSchema } from "@/lib/triggers/schema";
import { addMapping } from "@/lib/triggers/service";

export const POST = defineRoute({
  params: functionParamsSchema,
  body: mappingCreationSchema,
  response: triggerChangedSchema,
  status: 201,
  run: ({ params: { connection, region, name }, body }) => addMapping({ connection, region, functionName: name }, body),
});
