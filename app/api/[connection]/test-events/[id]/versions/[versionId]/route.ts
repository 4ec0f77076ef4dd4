import { z } from "zod";
import { defineRoute } from "@/lib/http/route";
import { testEventParamsSchema, testEventVersionSchema } from "@/lib/test-events/schema";
import { getVersion } from "@/lib/test-events/service";

export const GET = defineRoute({
  params: testEventParamsSchema.extend({ versionId: z.string().min(1) }),
  response: testEventVersionSchema,
  run: ({ params: { connection, id, versionId } }) => getVersion(connection, id, versionId),
});
