import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { refreshConnection } from "@/lib/functions/service";
import { defineRoute } from "@/lib/http/route";

export const POST = defineRoute({
  params: connectionParamsSchema,
  response: z.object({}),
  run: async ({ params }) => {
    await refreshConnection(params.connection);
    return {};
  },
});
