import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { publishedSchema, publishRequestSchema, versionListSchema } from "@/lib/versions/schema";
import { describeVersions, publish } from "@/lib/versions/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: versionListSchema,
  run: ({ params: { connection, region, name } }) => describeVersions({ connection, region, functionName: name }),
});

export const POST = defineRoute({
  params: functionParamsSchema,
  body: publishRequestSchema,
  response: publishedSchema,
  run: ({ params: { connection, region, name }, body }) => publish({ connection, region, functionName: name }, body),
});
