import { z } from "zod";
import { defineRoute } from "@/lib/http/route";

/** Says that the dashboard's process answers; asks neither AWS nor the database. */
export const GET = defineRoute({
  response: z.object({ status: z.literal("ok") }),
  run: async () => ({ status: "ok" as const }),
});
