import { defineRoute } from "@/lib/http/route";
import { testEventParamsSchema, testEventVersionListSchema } from "@/lib/test-events/schema";
import { listVersions } from "@/lib/test-events/service";

export const GET = defineRoute({
  params: testEventParamsSchema,
  response: testEventVersionListSchema,
  run: ({ params: { connection, id } }) => listVersions(connection, id),
});
