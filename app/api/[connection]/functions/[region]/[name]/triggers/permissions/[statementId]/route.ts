import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { permissionRemovalSchema, statementIdSchema, triggerChangedSchema } from "@/lib/triggers/schema";
import { revoke } from "@/lib/triggers/service";

export const DELETE = defineRoute({
  params: functionParamsSchema.extend({ statementId: statementIdSchema }),
  query: permissionRemovalSchema,
  response: triggerChangedSchema,
  run: ({ params: { connection, region, name, statementId }, query }) => revoke({ connection, region, functionName: name }, statementId, query.qualifier),
});
