import { randomUUID } from "node:crypto";
import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { invalidParameter } from "../lambda-errors.ts";
import { defaultMembers, eventSourceKind } from "../mappings/event-source.ts";
import { assertMappingMembers, readMappingMembers } from "../mappings/mapping-input.ts";
import { describeMapping, type MappingRecord } from "../mappings/mapping-record.ts";
import { assertNotMapped, assertQueueFits, readMappedFunction } from "../mappings/mapping-target.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
export const createEventSourceMapping: Operation = (context, { request }) => {
  const { region } = request;
  const body = restJsonBody(request.body);
  const constraints = new Constraints();
  const functionName = constraints.requiredText(body["FunctionName"], "functionName");
  const eventSourceArn = constraints.text(body["EventSourceArn"], "eventSourceArn", { pattern: "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z0-9-]*)?:(\\d{12})?:(.*)" });
  constraints.assert();
  const kind = eventSourceKind(eventSourceArn, body["SelfManagedEventSource"] !== undefined);
  if (!kind) throw invalidParameter("Unrecognized event source.");
  const given = readMappingMembers(body, kind);
  const members = { ...defaultMembers(kind), ...given };
  assertMappingMembers(members, kind);
  const target = readMappedFunction(context, region, functionName);
  if (kind === "sqs" && eventSourceArn !== undefined) assertQueueFits(context, region, eventSourceArn, target.timeoutSeconds);
  assertNotMapped(context, region, { kind, functionArn: target.functionArn, eventSourceArn });
  const mapping: MappingRecord = {
    uuid: randomUUID(),
    region,
    kind,
    functionArn: target.functionArn,
    ...(eventSourceArn === undefined ? {} : { eventSourceArn }),
    enabled: body["Enabled"] !== false,
    state: "Creating",
    lastModifiedMs: context.clock.now(),
    members,
  };
  return restJsonResponse(202, describeMapping(context.mappings.change(mapping, "Creating")));
};
