import { restJsonResponse } from "../../protocols/rest-json.ts";
import { claimedTotal } from "../claimed-concurrency.ts";
import type { Operation } from "../operation.ts";

const TOTAL_CODE_SIZE_BYTES = 80_530_636_800;
const CODE_SIZE_UNZIPPED_BYTES = 262_144_000;
const CODE_SIZE_ZIPPED_BYTES = 52_428_800;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html */
export const getAccountSettings: Operation = ({ store, tables, limits }, { request }) => {
  const { region } = request;
  const records = store.list(region);
  const versions = records.flatMap((record) => [record, ...tables.versions.list(region, record.functionName)]);
  const layers = tables.layerVersions.owners(region).flatMap((name) => tables.layerVersions.list(region, name));
  const packages = [...versions.map(({ current }) => current.code), ...layers.filter(({ deleted }) => !deleted).map(({ code }) => code)];
  return restJsonResponse(200, {
    AccountLimit: {
      TotalCodeSize: TOTAL_CODE_SIZE_BYTES,
      CodeSizeUnzipped: CODE_SIZE_UNZIPPED_BYTES,
      CodeSizeZipped: CODE_SIZE_ZIPPED_BYTES,
      ConcurrentExecutions: limits.concurrentExecutions,
      UnreservedConcurrentExecutions: limits.concurrentExecutions - claimedTotal(limits, region),
    },
    AccountUsage: {
      TotalCodeSize: packages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      FunctionCount: records.length,
    },
  });
};
