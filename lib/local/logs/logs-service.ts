import type { Clock } from "../clock.ts";
import { jsonBody, jsonErrorResponse, jsonResponse, targetOperation } from "../protocols/aws-json.ts";
import type { ServiceHandler } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";
import type { TelemetryStore } from "../telemetry/open-telemetry.ts";
import type { LogsOperation } from "./logs-context.ts";
import { membersOf } from "./members.ts";
import { createLogGroup } from "./operations/create-log-group.ts";
import { createLogStream } from "./operations/create-log-stream.ts";
import { deleteLogGroup } from "./operations/delete-log-group.ts";
import { deleteLogStream } from "./operations/delete-log-stream.ts";
import { describeLogGroups } from "./operations/describe-log-groups.ts";
import { describeLogStreams } from "./operations/describe-log-streams.ts";
import { filterLogEvents } from "./operations/filter-log-events.ts";
import { getLogEvents } from "./operations/get-log-events.ts";
import { putLogEvents } from "./operations/put-log-events.ts";
import { deleteRetentionPolicy, putRetentionPolicy } from "./operations/retention-policy.ts";

const OPERATIONS = new Map<string, LogsOperation>([
  ["CreateLogGroup", createLogGroup],
  ["CreateLogStream", createLogStream],
  ["DeleteLogGroup", deleteLogGroup],
  ["DeleteLogStream", deleteLogStream],
  ["DeleteRetentionPolicy", deleteRetentionPolicy],
  ["DescribeLogGroups", describeLogGroups],
  ["DescribeLogStreams", describeLogStreams],
  ["FilterLogEvents", filterLogEvents],
  ["GetLogEvents", getLogEvents],
  ["PutLogEvents", putLogEvents],
  ["PutRetentionPolicy", putRetentionPolicy],
]);

/** CloudWatch Logs over AWS-JSON 1.1. */
export function createLogsService({ telemetry, clock }: { telemetry: TelemetryStore; clock: Clock }): ServiceHandler {
  return async (request) => {
    try {
      const name = targetOperation(request, "Logs_20140328") ?? "";
      const operation = OPERATIONS.get(name);
      if (!operation) {
        throw new ServiceError("UnknownOperationException", 404, `The local region does not support ${name || "this request"} of CloudWatch Logs.`);
      }
      const context = { telemetry, clock, region: request.region };
      return jsonResponse(request, await operation(context, membersOf(jsonBody(request))), "1.1");
    } catch (error) {
      if (error instanceof ServiceError) return jsonErrorResponse(request, error, "1.1");
      throw error;
    }
  };
}
