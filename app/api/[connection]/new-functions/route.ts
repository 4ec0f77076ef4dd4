import { connectionParamsSchema } from "@/lib/connections/schema";
import { defineRoute } from "@/lib/http/route";
import { createdFunctionSchema, knownRolesSchema, newFunctionSchema } from "@/lib/new-functions/schema";
import { createNewFunction, listKnownRoles } from "@/lib/new-functions/service";

export const GET = defineRoute({
  params: connectionParamsSchema,
  response: knownRolesSchema,
  run: ({ params }) => listKnownRoles(params.connection),
});

export const POST = defineRoute({
  params: connectionParamsSchema,
  body: newFunctionSchema,
  response: createdFunctionSchema,
  status: 201,
  run: ({ params, body }) => createNewFunction(params.connection, body),
});
