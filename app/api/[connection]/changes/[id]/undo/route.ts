import { z } from "zod";
import { undoResultSchema } from "@/lib/activity/schema";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { undoChange } from "@/lib/undo/service";

export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: z.uuid() }),
  response: undoResultSchema,
  run: ({ params: { connection, id } }) => undoChange(connection, id),
});
