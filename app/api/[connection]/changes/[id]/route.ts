import { z } from "zod";
import { changeSchema } from "@/lib/activity/schema";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { describeChange } from "@/lib/undo/service";

export const GET = defineRoute({
  params: connectionParamsSchema.extend({ id: z.uuid() }),
  response: changeSchema,
  run: ({ params: { connection, id } }) => describeChange(connection, id),
});
