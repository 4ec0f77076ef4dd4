import { bulkPreviewSchema, bulkRequestSchema } from "@/lib/bulk-edits/schema";
import { previewBulkEdit } from "@/lib/bulk-edits/service";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

/** A question, not a change: it is a POST because a query string would show a variable's value in logs. */
export const POST = defineRoute({
  params: connectionParamsSchema,
  body: bulkRequestSchema,
  response: bulkPreviewSchema,
  run: ({ params, body }) => previewBulkEdit(params.connection, body),
});
