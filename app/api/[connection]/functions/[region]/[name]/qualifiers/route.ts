import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { qualifierListSchema } from "@/lib/runs/schema";
import { listQualifiers } from "@/lib/runs/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: qualifierListSchema,
  run: ({ params: { connection, region, name } }) => listQualifiers({ connectionId: connection, region }, name),
});
