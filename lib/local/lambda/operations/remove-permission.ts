import { emptyResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { policyRevisionMismatch, resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { findPolicyOwner, isPolicyRevision, readPolicyReference, replaceStatements } from "../policy-owner.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html */
export const removePermission: Operation = (context, call) => {
  const { request, labels } = call;
  const constraints = new Constraints();
  const statementId = constraints.text(labels["StatementId"], "statementId", { pattern: "([a-zA-Z0-9-_.]+)", maxLength: 100 });
  constraints.assert();
  const { functionName } = readPolicyReference(call);
  if (!context.store.find(request.region, functionName)) {
    throw resourceNotFound(`No policy found for: ${functionArn(request.region, functionName)}`);
  }
  const owner = findPolicyOwner(context, call);
  if (!owner.policy) throw resourceNotFound("No policy is associated with the given resource.");
  const { statements } = owner.policy;
  const left = statements.filter(({ Sid }) => Sid !== statementId);
  if (left.length === statements.length) {
    throw resourceNotFound(`Statement ${statementId} is not found in resource policy.`);
  }
  const revisionId = request.query.get("RevisionId");
  if (revisionId !== null && !isPolicyRevision(owner, revisionId)) throw policyRevisionMismatch();
  replaceStatements(context, owner, left);
  return emptyResponse(204);
};
