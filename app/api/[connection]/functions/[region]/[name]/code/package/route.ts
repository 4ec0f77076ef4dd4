import { ZIP_MAX_BYTES } from "@/lib/code/entry-problem";
import { codeRequestSchema, deployedSchema, packageUploadSchema } from "@/lib/code/schema";
import { deployZip, downloadPackage } from "@/lib/code/service";
import { functionParamsSchema } from "@/lib/connections/schema";
import { defineDownloadRoute, defineUploadRoute } from "@/lib/http/route-bytes";

const ZIP = "application/zip";

export const GET = defineDownloadRoute({
  params: functionParamsSchema,
  query: codeRequestSchema,
  contentType: ZIP,
  run: ({ params: { connection, region, name }, query }) => downloadPackage({ connection, region, functionName: name }, query.qualifier),
});

export const PUT = defineUploadRoute({
  params: functionParamsSchema,
  query: packageUploadSchema,
  contentType: ZIP,
  maxBytes: ZIP_MAX_BYTES,
  response: deployedSchema,
  run: ({ params: { connection, region, name }, query, body }) => deployZip({ connection, region, functionName: name }, body, query),
});
