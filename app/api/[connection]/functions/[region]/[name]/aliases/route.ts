import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { aliasCreationSchema, aliasResultSchema } from "@/lib/versions/schema";
import { addAlias } from "@/lib/versions/service";

export const POST = defineRoute({
  params: functionParamsSchema,
  body: aliasCreationSchema,
  response: aliasResultSchema,
  status: 201,
  run: ({ params: { connection, region, name }, body }) => addAlias({ connection, region, functionName: name }, body),
});
