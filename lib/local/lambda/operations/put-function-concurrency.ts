import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { claimedTotal, provisionedOf, UNRESERVED_FLOOR } from "../claimed-concurrency.ts";
import { Constraints } from "../constraints.ts";
import { findFunction } from "../function-lookup.ts";
import { WRITE_NAME } from "../function-reference.ts";
import { invalidParameter } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html */
export const putFunctionConcurrency: Operation = (context, call) => {
  const value = restJsonBody(call.request.body)["ReservedConcurrentExecutions"];
  const constraints = new Constraints();
  const reserved = constraints.integer(value, "reservedConcurrentExecutions", { min: 0 });
  if (reserved === undefined) constraints.failNull("reservedConcurrentExecutions");
  constraints.assert();

  const record = findFunction(context, call, WRITE_NAME);
  const { limits, store, tables } = context;
  const reservedConcurrency = reserved ?? 0;
  const provisioned = provisionedOf(tables, record);
  if (reservedConcurrency < provisioned) {
    // Blanks as on AWS.
    throw invalidParameter(
      ` ReservedConcurrentExecutions  ${reservedConcurrency} should not be lower than function's total provisioned concurrency [${provisioned}].`,
    );
  }
  const own = record.reservedConcurrency ?? provisioned;
  const others = claimedTotal(limits, record.region) - own;
  // Zero never takes anything from the pool, however small the account is.
  if (reservedConcurrency > 0 && limits.concurrentExecutions - others - reservedConcurrency < UNRESERVED_FLOOR) {
    throw invalidParameter(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_FLOOR}].`,
    );
  }
  store.put({ ...record, reservedConcurrency });
  return restJsonResponse(200, { ReservedConcurrentExecutions: reservedConcurrency });
};
