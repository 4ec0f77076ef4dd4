import { restJsonResponse } from "../../protocols/rest-json.ts";
import { ServiceError } from "../../protocols/service-error.ts";
import { functionArn } from "../function-arn.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";
import { describeProvisioned } from "../provisioned-description.ts";
import { findProvisionable } from "../provisioned-lookup.ts";

const LARGEST_PAGE = 50;

/**
 * GetProvisionedConcurrencyConfig, and with `List=ALL` the list, which has the same path.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html
 */
export const getProvisionedConcurrencyConfig: Operation = (context, call) => {
  if (call.request.query.get("List") === "ALL") return listProvisionedConcurrencyConfigs(context, call);
  const { function: owner, qualifier } = findProvisionable(context, call);
  const record = context.tables.provisioned.find(owner.region, owner.functionName, qualifier);
  if (!record) {
    throw new ServiceError(
      "ProvisionedConcurrencyConfigNotFoundException",
      404,
      "No Provisioned Concurrency Config found for this function",
    );
  }
  return restJsonResponse(200, describeProvisioned(record, context.provisioning.stateOf(record)));
};

const listProvisionedConcurrencyConfigs: Operation = (context, call) => {
  const { query } = call.request;
  const pageSize = readPageSize(query, LARGEST_PAGE);
  const { region, functionName } = findFunction(context, call, WRITE_NAME);
  const records = context.tables.provisioned
    .list(region, functionName)
    .sort((a, b) => (a.qualifier < b.qualifier ? -1 : 1));
  const page = pageOf(records, ({ qualifier }) => qualifier, query.get("Marker"), pageSize);
  return restJsonResponse(200, {
    ProvisionedConcurrencyConfigs: page.items.map((record) => ({
      FunctionArn: functionArn(region, functionName, record.qualifier),
      ...describeProvisioned(record, context.provisioning.stateOf(record)),
    })),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
