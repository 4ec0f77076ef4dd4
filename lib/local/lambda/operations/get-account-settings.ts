import { restJsonResponse } from "../../protocols/rest-json.ts";
import type { Operation } from "../operation.ts";

const TOTAL_CODE_SIZE_BYTES = 80_530_636_800;
const CODE_SIZE_UNZIPPED_BYTES = 262_144_000;
const CODE_SIZE_ZIPPED_BYTES = 52_428_800;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html */
export const getAccountSettings: Operation = ({ store, limits }, { request }) => {
  const records = store.list(request.region);
  return restJsonResponse(200, {
    AccountLimit: {
      TotalCodeSize: TOTAL_CODE_SIZE_BYTES,
      CodeSizeUnzipped: CODE_SIZE_UNZIPPED_BYTES,
      CodeSizeZipped: CODE_SIZE_ZIPPED_BYTES,
      ConcurrentExecutions: limits.concurrentExecutions,
      UnreservedConcurrentExecutions: limits.concurrentExecutions - limits.reservedTotal(request.region),
    },
    AccountUsage: {
      TotalCodeSize: records.reduce((sum, record) => sum + record.current.code.sizeBytes, 0),
      FunctionCount: records.length,
    },
  });
};
