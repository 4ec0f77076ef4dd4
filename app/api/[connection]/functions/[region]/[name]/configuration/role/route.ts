import { functionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { rolePoliciesSchema } from "@/lib/setting-choices/schema";
import { describeRole } from "@/lib/setting-choices/service";

export const GET = defineRoute({
  params: functionParamsSchema,
  response: rolePoliciesSchema,
  run: ({ params: { connection, region, name } }) => describeRole({ connection, region, functionName: name }),
});
