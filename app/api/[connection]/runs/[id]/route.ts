import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { runSchema } from "@/lib/runs/schema";
import { getRun } from "@/lib/runs/service";

export const GET = defineRoute({
  params: connectionParamsSchema.extend({ id: z.uuid() }),
  response: runSchema,
  run: ({ params: { connection, id } }) => getRun(connection, id),
});
