import { z } from "zod";
import { undoChange } from "@/lib/activity/service";
import { updateResultSchema } from "@/lib/configuration/schema";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: z.uuid() }),
  response: updateResultSchema,
  run: ({ params: { connection, id } }) => undoChange(connection, id),
});
