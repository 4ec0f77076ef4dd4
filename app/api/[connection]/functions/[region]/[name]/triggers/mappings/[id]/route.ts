import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { mappingIdSchema, mappingUpdateSchema, triggerChangedSchema } from "@/lib/triggers/schema";
import { changeMapping, removeMapping } from "@/lib/triggers/service";

const params = functionParamsSchema.extend({ id: mappingIdSchema });

export const PUT = defineRoute({
  params,
  body: mappingUpdateSchema,
  response: triggerChangedSchema,
  run: ({ params: { connection, region, name, id }, body }) => changeMapping({ connection, region, functionName: name }, id, body),
});

export const DELETE = defineRoute({
  params,
  response: triggerChangedSchema,
  run: ({ params: { connection, region, name, id } }) => removeMapping({ connection, region, functionName: name }, id),
});
