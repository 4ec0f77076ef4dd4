import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { assertMappingMembers, readMappingMembers } from "../mappings/mapping-input.ts";
import { describeMapping, type MappingRecord } from "../mappings/mapping-record.ts";
import { findMapping, readMappedFunction } from "../mappings/mapping-target.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html */
export const updateEventSourceMapping: Operation = (context, { request, labels }) => {
  const { region } = request;
  const mapping = findMapping(context, region, labels["UUID"]);
  const body = restJsonBody(request.body);
  const constraints = new Constraints();
  const functionName = constraints.text(body["FunctionName"], "functionName");
  constraints.assert();
  const members = withoutEmpty({ ...mapping.members, ...readMappingMembers(body, mapping.kind) });
  assertMappingMembers(members, mapping.kind);
  const functionArn = functionName === undefined ? mapping.functionArn : readMappedFunction(context, region, functionName).functionArn;
  const enabled = typeof body["Enabled"] === "boolean" ? body["Enabled"] : mapping.enabled;
  const changed = context.mappings.change({ ...mapping, functionArn, enabled, members }, stateOf(mapping, enabled));
  return restJsonResponse(202, describeMapping(changed));
};

function stateOf(mapping: MappingRecord, enabled: boolean): "Enabling" | "Disabling" | "Updating" {
  if (enabled === mapping.enabled) return "Updating";
  return enabled ? "Enabling" : "Disabling";
}

/** An empty structure takes filters and concurrency away again. */
function withoutEmpty(members: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean => typeof value === "object" && value !== null && Object.values(value).every(isEmpty);
  const clearable = new Set(["FilterCriteria", "ScalingConfig", "MetricsConfig", "ProvisionedPollerConfig"]);
  return Object.fromEntries(Object.entries(members).filter(([name, value]) => !(clearable.has(name) && isEmpty(value))));
}
