import { z } from "zod";
import { connectionParamsSchema } from "@/lib/connections/schema";
import { environmentMatrixSchema, matrixColumnsSchema } from "@/lib/environment/schema";
import { environmentMatrix } from "@/lib/environment/service";
import { defineRoute } from "@/lib/http/route";

export const GET = defineRoute({
  params: connectionParamsSchema,
  query: z.object({ columns: matrixColumnsSchema }),
  response: environmentMatrixSchema,
  run: ({ params: { connection }, query: { columns } }) => environmentMatrix(connection, columns),
});
