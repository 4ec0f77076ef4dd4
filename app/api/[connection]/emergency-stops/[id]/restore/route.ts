import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { emergencyStopSchema } from "@/lib/emergency-stops/schema";
import { restoreStop } from "@/lib/emergency-stops/service";
import { defineRoute } from "@/lib/http/route";

export const POST = defineRoute({
  params: connectionParamsSchema.extend({ id: z.uuid() }),
  response: emergencyStopSchema,
  run: ({ params: { connection, id } }) => restoreStop(connection, id),
});
