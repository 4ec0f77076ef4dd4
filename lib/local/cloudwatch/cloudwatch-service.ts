import type { Clock } from "../clock.ts";
import { jsonBody, targetOperation } from "../protocols/aws-json.ts";
import { queryErrorResponse } from "../protocols/query-error.ts";
import { queryInput, queryResponse } from "../protocols/query-xml.ts";
import type { AwsRequest, AwsResponse, ServiceHandler } from "../protocols/service.ts";
import { ServiceError } from "../protocols/service-error.ts";
import type { TelemetryStore } from "../telemetry/open-telemetry.ts";
import type { CloudWatchOperation } from "./cloudwatch-context.ts";
import { queryCodeOf } from "./cloudwatch-error.ts";
import { jsonAnswer, jsonError } from "./json-protocol.ts";
import { Members } from "./members.ts";
import { getMetricData } from "./operations/get-metric-data.ts";
import { getMetricStatistics } from "./operations/get-metric-statistics.ts";
import { listMetrics } from "./operations/list-metrics.ts";

const XML_NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

const OPERATIONS = new Map<string, CloudWatchOperation>([
  ["GetMetricData", getMetricData],
  ["GetMetricStatistics", getMetricStatistics],
  ["ListMetrics", listMetrics],
]);

type Run = (operation: string, values: Readonly<Record<string, unknown>>) => Promise<object>;

/** CloudWatch over AWS-JSON 1.0 (today's clients) and Query/XML (those before 2026). */
export function createCloudWatchService({
  telemetry,
  clock,
}: {
  telemetry: TelemetryStore;
  clock: Clock;
}): ServiceHandler {
  return async (request) => {
    const context = { metrics: telemetry.metrics, clock, region: request.region };
    const run: Run = async (name, values) => {
      const operation = OPERATIONS.get(name);
      if (!operation) throw unknownOperation(name);
      return operation(context, new Members(values));
    };
    const isForm = (request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
    return isForm ? answerQuery(request, run) : answerJson(request, run);
  };
}

async function answerJson(request: AwsRequest, run: Run): Promise<AwsResponse> {
  try {
    const operation = targetOperation(request, "GraniteServiceVersion20100801") ?? "";
    return jsonAnswer(request, await run(operation, jsonBody(request)));
  } catch (error) {
    if (error instanceof ServiceError) return jsonError(request, error);
    throw error;
  }
}

async function answerQuery(request: AwsRequest, run: Run): Promise<AwsResponse> {
  try {
    const { operation, members } = queryInput(request);
    return queryResponse(request, operation, await run(operation, members), XML_NAMESPACE);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const coded = new ServiceError(queryCodeOf(error), error.status, error.message);
    return queryErrorResponse(request.requestId, coded);
  }
}

function unknownOperation(name: string): ServiceError {
  const message = `The local region does not support ${name || "this request"} of CloudWatch.`;
  return new ServiceError("UnknownOperationException", 404, message);
}
