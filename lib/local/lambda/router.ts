/** Lambda's paths. https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
import { createFunction } from "./operations/create-function.ts";
import { deleteFunction } from "./operations/delete-function.ts";
import { deleteFunctionConcurrency } from "./operations/delete-function-concurrency.ts";
import { getAccountSettings } from "./operations/get-account-settings.ts";
import { getFunction } from "./operations/get-function.ts";
import { getFunctionConcurrency } from "./operations/get-function-concurrency.ts";
import { getFunctionConfiguration } from "./operations/get-function-configuration.ts";
import { getPolicy } from "./operations/get-policy.ts";
import { invoke } from "./operations/invoke.ts";
import { listAliases } from "./operations/list-aliases.ts";
import { listEventSourceMappings } from "./operations/list-event-source-mappings.ts";
import { listFunctions } from "./operations/list-functions.ts";
import { listTags } from "./operations/list-tags.ts";
import { listVersionsByFunction } from "./operations/list-versions-by-function.ts";
import { putFunctionConcurrency } from "./operations/put-function-concurrency.ts";
import { tagResource } from "./operations/tag-resource.ts";
import { untagResource } from "./operations/untag-resource.ts";
import { updateFunctionCode } from "./operations/update-function-code.ts";
import { updateFunctionConfiguration } from "./operations/update-function-configuration.ts";
import type { Operation } from "./operation.ts";

const FUNCTION = "/2015-03-31/functions/{FunctionName}";

const ROUTES: readonly (readonly [method: string, path: string, operation: Operation])[] = [
  ["POST", `${FUNCTION}/invocations`, invoke],
  ["GET", "/2015-03-31/functions", listFunctions],
  ["POST", "/2015-03-31/functions", createFunction],
  ["GET", FUNCTION, getFunction],
  ["DELETE", FUNCTION, deleteFunction],
  ["GET", `${FUNCTION}/configuration`, getFunctionConfiguration],
  ["PUT", `${FUNCTION}/configuration`, updateFunctionConfiguration],
  ["PUT", `${FUNCTION}/code`, updateFunctionCode],
  ["GET", `${FUNCTION}/versions`, listVersionsByFunction],
  ["GET", `${FUNCTION}/aliases`, listAliases],
  ["GET", `${FUNCTION}/policy`, getPolicy],
  ["GET", "/2015-03-31/event-source-mappings", listEventSourceMappings],
  ["GET", "/2019-09-30/functions/{FunctionName}/concurrency", getFunctionConcurrency],
  ["PUT", "/2017-10-31/functions/{FunctionName}/concurrency", putFunctionConcurrency],
  ["DELETE", "/2017-10-31/functions/{FunctionName}/concurrency", deleteFunctionConcurrency],
  ["GET", "/2017-03-31/tags/{Resource}", listTags],
  ["POST", "/2017-03-31/tags/{Resource}", tagResource],
  ["DELETE", "/2017-03-31/tags/{Resource}", untagResource],
  ["GET", "/2016-08-19/account-settings", getAccountSettings],
];

interface Route {
  method: string;
  segments: string[];
  operation: Operation;
}

const routes: readonly Route[] = ROUTES.map(([method, path, operation]) => ({
  method,
  segments: path.slice(1).split("/"),
  operation,
}));

export interface RouteMatch {
  operation: Operation;
  labels: Record<string, string>;
}

/**
 * Finds the operation of a path as sent. Labels are decoded after splitting, as ARNs come encoded;
 * a slash at the end, which older clients send, is ignored.
 */
export function matchRoute(method: string, path: string): RouteMatch | undefined {
  const segments = path.slice(1).split("/");
  if (segments.at(-1) === "") segments.pop();
  for (const route of routes) {
    if (route.method !== method || route.segments.length !== segments.length) continue;
    const labels = matchSegments(route.segments, segments);
    if (labels) return { operation: route.operation, labels };
  }
  return undefined;
}

function matchSegments(expected: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = given[index] ?? "";
    if (segment.startsWith("{")) labels[segment.slice(1, -1)] = decode(value);
    else if (segment !== value) return undefined;
  }
  return labels;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Malformed encoding: the name's own pattern refuses it.
    return segment;
  }
}
