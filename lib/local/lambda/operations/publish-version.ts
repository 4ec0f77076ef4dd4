import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { describeRead } from "../function-description.ts";
import { findFunction } from "../function-lookup.ts";
import { codeSha256Of } from "../function-record.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { invalidParameter, revisionMismatch } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { refuseUnsupported } from "../supported-members.ts";

const SUPPORTED = new Set(["FunctionName", "CodeSha256", "Description", "RevisionId"]);

/** https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html */
export const publishVersion: Operation = (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const codeSha256 = constraints.text(body["CodeSha256"], "codeSha256");
  const description = constraints.text(body["Description"], "description", { maxLength: 256 });
  const revisionId = constraints.text(body["RevisionId"], "revisionId");
  constraints.assert();
  refuseUnsupported(body, SUPPORTED);

  const record = findFunction(context, call, WRITE_NAME);
  context.lifecycle.assertSettled(record);
  if (revisionId !== undefined && revisionId !== record.revisionId) throw revisionMismatch();
  const current = codeSha256Of(record.current.code);
  if (codeSha256 && codeSha256 !== current) {
    throw invalidParameter(
      `CodeSHA256 (${codeSha256}) is different from current CodeSHA256 in $LATEST (${current}). Please try again with the CodeSHA256 in $LATEST.`,
    );
  }
  const version = context.lifecycle.publish(record, description);
  return restJsonResponse(201, describeRead(version, version.version));
};
