import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { layerChoicesSchema } from "@/lib/setting-choices/schema";
import { listLayerChoices } from "@/lib/setting-choices/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: layerChoicesSchema,
  run: ({ params: { connection, region, name } }) => listLayerChoices({ connection, region, functionName: name }),
});
