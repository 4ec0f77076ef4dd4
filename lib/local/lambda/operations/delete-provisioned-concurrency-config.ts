import { emptyResponse } from "../../protocols/rest-json.ts";
import type { Operation } from "../operation.ts";
import { findProvisionable } from "../provisioned-lookup.ts";

/** One that is not there is no error. https://docs.aws.amazon.com/lambda/latest/api/API_DeleteProvisionedConcurrencyConfig.html */
export const deleteProvisionedConcurrencyConfig: Operation = (context, call) => {
  const { function: owner, qualifier } = findProvisionable(context, call);
  context.tables.provisioned.remove(owner.region, owner.functionName, qualifier);
  context.provisioning.refresh(owner);
  return emptyResponse(204);
};
