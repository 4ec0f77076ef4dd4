import { bulkEditSchema, bulkStartSchema } from "@/lib/bulk-edits/schema";
import { startBulkEdit } from "@/lib/bulk-edits/service";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const POST = defineRoute({
  params: connectionParamsSchema,
  body: bulkStartSchema,
  response: bulkEditSchema,
  status: 202,
  run: ({ params, body }) => startBulkEdit(params.connection, body),
});
