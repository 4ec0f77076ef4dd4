import type { ProvisionedState } from "./invocation-engine.ts";
import type { ProvisionedRecord } from "./provisioned-record.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html */
export function describeProvisioned({ requested, modifiedMs }: ProvisionedRecord, state: ProvisionedState) {
  return {
    RequestedProvisionedConcurrentExecutions: requested,
    AvailableProvisionedConcurrentExecutions: state.available,
    AllocatedProvisionedConcurrentExecutions: state.allocated,
    Status: state.status,
    ...(state.status === "FAILED" ? { StatusReason: "FUNCTION_ERROR_INIT_FAILURE" } : {}),
    // Without milliseconds, unlike everywhere else.
    LastModified: new Date(modifiedMs).toISOString().replace(/\.\d+Z$/, "+0000"),
  };
}
