import { functionParamsSchema } from "@/lib/connections/schema";
import { functionDetailSchema } from "@/lib/functions/schema";
import { describeFunction } from "@/lib/functions/service";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: functionDetailSchema,
  run: ({ params }) => describeFunction(params.connection, params.region, params.name),
});
