import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { deletionPreviewSchema, deletionRequestSchema, deletionResultSchema } from "@/lib/new-functions/schema";
import { deleteKeeping, previewDeletion } from "@/lib/new-functions/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: deletionPreviewSchema,
  run: ({ params: { connection, region, name } }) => previewDeletion({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: deletionRequestSchema,
  response: deletionResultSchema,
  run: ({ params: { connection, region, name }, body }) => deleteKeeping({ connection, region, functionName: name }, body),
});
