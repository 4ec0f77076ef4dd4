import { codeSourceSchema, deployedSchema } from "@/lib/code/schema";
import { deploySource } from "@/lib/code/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const PUT = defineRoute({
  params: functionParamsSchema,
  body: codeSourceSchema,
  response: deployedSchema,
  run: ({ params: { connection, region, name }, body }) => deploySource({ connection, region, functionName: name }, body),
});
