import { emptyResponse } from "../../protocols/rest-json.ts";
import { versionsOfAlias } from "../alias-record.ts";
import type { VersionRecord } from "../function-record.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import { conflict, functionNotFound, invalidParameter } from "../lambda-errors.ts";
import type { LambdaContext, Operation } from "../operation.ts";
import { LATEST } from "../qualified-version.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html */
export const deleteFunction: Operation = (context, { request, labels }) => {
  const { region, query } = request;
  const { functionName, qualifier } = parseFunctionReference(
    region,
    labels["FunctionName"] ?? "",
    READ_NAME,
    query.get("Qualifier"),
  );
  if (qualifier === LATEST) {
    throw invalidParameter("$LATEST version cannot be deleted without deleting the function.");
  }
  if (qualifier !== undefined && !/^\d+$/.test(qualifier)) {
    throw invalidParameter("Deletion of aliases is not currently supported.");
  }
  const record = context.store.find(region, functionName);
  if (!record) throw functionNotFound(region, functionName);
  if (qualifier === undefined) {
    context.lifecycle.remove(record);
  } else {
    // Deleting a version that does not exist succeeds on AWS.
    const version = context.tables.versions.find(region, functionName, qualifier);
    if (version) removeVersion(context, version);
  }
  context.provisioning.refresh({ region, functionName });
  return emptyResponse(204);
};

function removeVersion({ tables, lifecycle }: LambdaContext, version: VersionRecord): void {
  const pointing = tables.aliases
    .list(version.region, version.functionName)
    .filter((alias) => versionsOfAlias(alias).includes(version.version));
  if (pointing.length > 0) {
    const names = pointing.map(({ name }) => name).join(", ");
    throw conflict(`Unable to delete version because the following aliases reference it: [${names}]`);
  }
  lifecycle.removeVersion(version);
  tables.eventInvokeConfigs.remove(version.region, version.functionName, version.version);
}
