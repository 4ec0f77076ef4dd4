import { resumeRequestSchema, updateResultSchema } from "@/lib/configuration/schema";
import { resumeSave } from "@/lib/configuration/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";

export const POST = defineRoute({
  params: functionParamsSchema,
  body: resumeRequestSchema,
  response: updateResultSchema,
  run: ({ params: { connection, region, name }, body }) => resumeSave({ connection, region, functionName: name }, body.changeId),
});
