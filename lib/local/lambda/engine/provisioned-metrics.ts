import type { MetricSample } from "../../telemetry.ts";
import { samplesOf, type MetricScope } from "./invocation-metrics.ts";

/** How an invocation of a version with provisioned concurrency was served. */
export interface ProvisionedUse {
  /** No provisioned environment was free: it ran on demand. */
  spilledOver: boolean;
  /** Provisioned environments that ran when the invocation started, itself included. */
  busy: number;
  allocated: number;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html */
export function provisionedSamples(scope: MetricScope, startMs: number, use: ProvisionedUse): MetricSample[] {
  const count = (name: string, value: number) => samplesOf(scope, startMs, { name, unit: "Count", value });
  const utilization = use.allocated === 0 ? 0 : use.busy / use.allocated;
  return [
    ...count("ProvisionedConcurrencyInvocations", use.spilledOver ? 0 : 1),
    ...count("ProvisionedConcurrencySpilloverInvocations", use.spilledOver ? 1 : 0),
    ...count("ProvisionedConcurrentExecutions", use.busy),
    ...samplesOf(scope, startMs, { name: "ProvisionedConcurrencyUtilization", unit: "None", value: utilization }),
  ];
}
