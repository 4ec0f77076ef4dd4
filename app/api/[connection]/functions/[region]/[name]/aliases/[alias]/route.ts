import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { aliasNameSchema, aliasResultSchema, aliasUpdateSchema } from "@/lib/versions/schema";
import { changeAlias, removeAlias } from "@/lib/versions/service";

const params = functionParamsSchema.extend({ alias: aliasNameSchema });

export const PUT = defineRoute({
  params,
  body: aliasUpdateSchema,
  response: aliasResultSchema,
  run: ({ params: { connection, region, name, alias }, body }) => changeAlias({ connection, region, functionName: name }, alias, body),
});

export const DELETE = defineRoute({
  params,
  run: ({ params: { connection, region, name, alias } }) => removeAlias({ connection, region, functionName: name }, alias),
});
