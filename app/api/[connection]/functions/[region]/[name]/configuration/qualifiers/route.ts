import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { qualifierListSchema } from "@/lib/setting-choices/schema";
import { listQualifiers } from "@/lib/setting-choices/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: qualifierListSchema,
  run: ({ params: { connection, region, name } }) => listQualifiers({ connection, region, functionName: name }),
});
