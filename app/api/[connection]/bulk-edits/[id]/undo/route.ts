import { z } from "zod";
import { bulkEditSchema } from "@/lib/bulk-edits/schema";
import { undoBulkEdit } from "@/lib/bulk-edits/service";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: z.uuid() }),
  response: bulkEditSchema,
  run: ({ params: { connection, id } }) => undoBulkEdit(connection, id),
});
