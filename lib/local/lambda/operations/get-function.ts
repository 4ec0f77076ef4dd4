import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeRead } from "../function-description.ts";
import { findVersion } from "../function-lookup.ts";
import { READ_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html */
export const getFunction: Operation = (context, call) => {
  const { function: owner, version, qualifier } = findVersion(context, call, READ_NAME);
  const { tags, reservedConcurrency } = owner;
  return restJsonResponse(200, {
    Configuration: describeRead(version, qualifier),
    Code: { RepositoryType: "S3", Location: context.codeLocation(version.current.code.id) },
    ...(Object.keys(tags).length > 0 ? { Tags: tags } : {}),
    ...(reservedConcurrency === undefined
      ? {}
      : { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
  });
};
