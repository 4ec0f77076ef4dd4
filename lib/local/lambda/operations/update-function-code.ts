import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { prepareLayers } from "../attached-layers.ts";
import { readArchitectures } from "../configuration-input.ts";
import { Constraints } from "../constraints.ts";
import { describeRead } from "../function-description.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { invalidParameter, revisionMismatch } from "../lambda-errors.ts";
import type { LambdaCall, LambdaContext, Operation } from "../operation.ts";
import { readPublish } from "../publish-member.ts";
import { refuseUnsupported } from "../supported-members.ts";
import { readZipFile, refuseS3 } from "../zip-file.ts";

const SUPPORTED = new Set([
  "FunctionName",
  "ZipFile",
  "S3ObjectStorageMode",
  "Architectures",
  "DryRun",
  "RevisionId",
  "Publish",
]);

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html */
export const updateFunctionCode: Operation = async (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const architectures = readArchitectures(body["Architectures"], constraints);
  const publish = readPublish(body["Publish"]);
  const revisionId = constraints.text(body["RevisionId"], "revisionId");
  constraints.assert();

  findUpdatable(context, call, revisionId);
  if (body["ImageUri"]) {
    throw invalidParameter("Please don't provide ImageUri when updating a function with packageType Zip.");
  }
  refuseS3(body);
  refuseUnsupported(body, SUPPORTED);
  const code = await context.code.save(readZipFile(body));
  await prepareLayers(context, code, findUpdatable(context, call, revisionId).current.configuration.Layers);
  // Unpacking takes a while: somebody else may have come first.
  const record = findUpdatable(context, call, revisionId);
  const { configuration } = record.current;
  const next = {
    code,
    configuration: { ...configuration, Architectures: architectures ?? configuration.Architectures },
  };
  if (body["DryRun"] === true) {
    context.code.release(code.id);
    return restJsonResponse(200, describeRead({ ...record, current: { ...record.current, ...next } }));
  }
  const updated = context.lifecycle.update(record, next);
  if (!publish) return restJsonResponse(200, describeRead(updated));
  const version = context.lifecycle.publish(updated, undefined);
  return restJsonResponse(200, describeRead(version, version.version));
};

function findUpdatable(context: LambdaContext, call: LambdaCall, revisionId: string | undefined) {
  const record = findFunction(context, call, WRITE_NAME);
  if (revisionId !== undefined && revisionId !== record.revisionId) throw revisionMismatch();
  context.lifecycle.assertSettled(record);
  return record;
}
