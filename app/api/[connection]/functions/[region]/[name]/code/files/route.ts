import { deployedSchema, fileEditsSchema } from "@/lib/code/schema";
import { deployFiles } from "@/lib/code/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const PUT = defineRoute({
  params: functionParamsSchema,
  body: fileEditsSchema,
  response: deployedSchema,
  run: ({ params: { connection, region, name }, body }) => deployFiles({ connection, region, functionName: name }, body),
});
