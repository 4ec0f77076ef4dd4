import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { usedLayersSchema } from "@/lib/setting-choices/schema";
import { describeUsedLayers } from "@/lib/setting-choices/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: usedLayersSchema,
  run: ({ params: { connection, region, name } }) => describeUsedLayers({ connection, region, functionName: name }),
});
