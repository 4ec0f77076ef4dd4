import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import { Constraints } from "../constraints.ts";
import { conflict, policyRevisionMismatch } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { permissionStatement, readPermission } from "../permission-statement.ts";
import { findPolicyOwner, isPolicyRevision, replaceStatements } from "../policy-owner.ts";
import { policyDocument } from "../resource-policy.ts";

const MAX_POLICY_BYTES = 20_480;

/** https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export const addPermission: Operation = (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const input = readPermission(body, constraints);
  const revisionId = constraints.text(body["RevisionId"], "revisionId");
  constraints.assert();

  const owner = findPolicyOwner(context, call);
  if (revisionId !== undefined && !isPolicyRevision(owner, revisionId)) throw policyRevisionMismatch();
  const before = owner.policy?.statements ?? [];
  if (before.some(({ Sid }) => Sid === input.statementId)) {
    throw conflict(
      `The statement id (${input.statementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  }
  const statement = permissionStatement(input, owner.arn);
  const statements = [...before, statement];
  const sizeBytes = Buffer.byteLength(policyDocument({ statements, revisionId: "" }));
  if (sizeBytes > MAX_POLICY_BYTES) {
    throw new ServiceError(
      "PolicyLengthExceededException",
      400,
      `The final policy size (${sizeBytes}) is bigger than the limit (${MAX_POLICY_BYTES}).`,
    );
  }
  replaceStatements(context, owner, statements);
  return restJsonResponse(201, { Statement: JSON.stringify(statement) });
};
