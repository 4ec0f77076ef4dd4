import { restJsonResponse } from "../../protocols/rest-json.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { readPolicyReference } from "../policy-owner.ts";
import { LATEST } from "../qualified-version.ts";
import { policyDocument } from "../resource-policy.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html */
export const getPolicy: Operation = (context, call) => {
  const { functionName, qualifier } = readPolicyReference(call);
  const policy = context.tables.policies.find(call.request.region, functionName, qualifier ?? LATEST);
  if (!policy) throw resourceNotFound("The resource you requested does not exist.");
  return restJsonResponse(200, { Policy: policyDocument(policy), RevisionId: policy.revisionId });
};
