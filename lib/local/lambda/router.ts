/** Lambda's paths. https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
import { EVENT_ROUTES } from "./event-routes.ts";
import { addPermission } from "./operations/add-permission.ts";
import { createAlias } from "./operations/create-alias.ts";
import { createFunction } from "./operations/create-function.ts";
import { createFunctionUrlConfig } from "./operations/create-function-url-config.ts";
import { deleteAlias } from "./operations/delete-alias.ts";
import { deleteFunction } from "./operations/delete-function.ts";
import { deleteFunctionConcurrency } from "./operations/delete-function-concurrency.ts";
import { deleteFunctionUrlConfig } from "./operations/delete-function-url-config.ts";
import { deleteLayerVersion } from "./operations/delete-layer-version.ts";
import { deleteProvisionedConcurrencyConfig } from "./operations/delete-provisioned-concurrency-config.ts";
import { getAccountSettings } from "./operations/get-account-settings.ts";
import { getAlias } from "./operations/get-alias.ts";
import { getFunction } from "./operations/get-function.ts";
import { getFunctionCodeSigningConfig } from "./operations/get-function-code-signing-config.ts";
import { getFunctionConcurrency } from "./operations/get-function-concurrency.ts";
import { getFunctionConfiguration } from "./operations/get-function-configuration.ts";
import { getFunctionRecursionConfig } from "./operations/get-function-recursion-config.ts";
import { getFunctionUrlConfig } from "./operations/get-function-url-config.ts";
import { getLayerVersion } from "./operations/get-layer-version.ts";
import { getPolicy } from "./operations/get-policy.ts";
import { getProvisionedConcurrencyConfig } from "./operations/get-provisioned-concurrency-config.ts";
import { getRuntimeManagementConfig } from "./operations/get-runtime-management-config.ts";
import { invoke } from "./operations/invoke.ts";
import { listAliases } from "./operations/list-aliases.ts";
import { listFunctions } from "./operations/list-functions.ts";
import { listFunctionUrlConfigs } from "./operations/list-function-url-configs.ts";
import { listLayers } from "./operations/list-layers.ts";
import { listLayerVersions } from "./operations/list-layer-versions.ts";
import { listTags } from "./operations/list-tags.ts";
import { listVersionsByFunction } from "./operations/list-versions-by-function.ts";
import { publishLayerVersion } from "./operations/publish-layer-version.ts";
import { publishVersion } from "./operations/publish-version.ts";
import { putFunctionConcurrency } from "./operations/put-function-concurrency.ts";
import { putFunctionRecursionConfig } from "./operations/put-function-recursion-config.ts";
import { putProvisionedConcurrencyConfig } from "./operations/put-provisioned-concurrency-config.ts";
import { putRuntimeManagementConfig } from "./operations/put-runtime-management-config.ts";
import { removePermission } from "./operations/remove-permission.ts";
import { tagResource } from "./operations/tag-resource.ts";
import { untagResource } from "./operations/untag-resource.ts";
import { updateAlias } from "./operations/update-alias.ts";
import { updateFunctionCode } from "./operations/update-function-code.ts";
import { updateFunctionConfiguration } from "./operations/update-function-configuration.ts";
import { updateFunctionUrlConfig } from "./operations/update-function-url-config.ts";
import type { Operation } from "./operation.ts";

const FUNCTION = "/2015-03-31/functions/{FunctionName}";
const LAYER = "/2018-10-31/layers/{LayerName}";

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
  ["POST", `${FUNCTION}/versions`, publishVersion],
  ["GET", `${FUNCTION}/aliases`, listAliases],
  ["POST", `${FUNCTION}/aliases`, createAlias],
  ["GET", `${FUNCTION}/aliases/{Name}`, getAlias],
  ["PUT", `${FUNCTION}/aliases/{Name}`, updateAlias],
  ["DELETE", `${FUNCTION}/aliases/{Name}`, deleteAlias],
  ["GET", `${FUNCTION}/policy`, getPolicy],
  ["POST", `${FUNCTION}/policy`, addPermission],
  ["DELETE", `${FUNCTION}/policy/{StatementId}`, removePermission],
  ["GET", "/2019-09-30/functions/{FunctionName}/concurrency", getFunctionConcurrency],
  ["PUT", "/2017-10-31/functions/{FunctionName}/concurrency", putFunctionConcurrency],
  ["DELETE", "/2017-10-31/functions/{FunctionName}/concurrency", deleteFunctionConcurrency],
  ["GET", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", getProvisionedConcurrencyConfig],
  ["PUT", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", putProvisionedConcurrencyConfig],
  ["DELETE", "/2019-09-30/functions/{FunctionName}/provisioned-concurrency", deleteProvisionedConcurrencyConfig],
  ["GET", "/2021-07-20/functions/{FunctionName}/runtime-management-config", getRuntimeManagementConfig],
  ["PUT", "/2021-07-20/functions/{FunctionName}/runtime-management-config", putRuntimeManagementConfig],
  ["GET", "/2024-08-31/functions/{FunctionName}/recursion-config", getFunctionRecursionConfig],
  ["PUT", "/2024-08-31/functions/{FunctionName}/recursion-config", putFunctionRecursionConfig],
  ["GET", "/2020-06-30/functions/{FunctionName}/code-signing-config", getFunctionCodeSigningConfig],
  ["GET", "/2017-03-31/tags/{Resource}", listTags],
  ["POST", "/2017-03-31/tags/{Resource}", tagResource],
  ["DELETE", "/2017-03-31/tags/{Resource}", untagResource],
  ["GET", "/2021-10-31/functions/{FunctionName}/url", getFunctionUrlConfig],
  ["POST", "/2021-10-31/functions/{FunctionName}/url", createFunctionUrlConfig],
  ["PUT", "/2021-10-31/functions/{FunctionName}/url", updateFunctionUrlConfig],
  ["DELETE", "/2021-10-31/functions/{FunctionName}/url", deleteFunctionUrlConfig],
  ["GET", "/2021-10-31/functions/{FunctionName}/urls", listFunctionUrlConfigs],
  ["GET", "/2018-10-31/layers", listLayers],
  ["GET", `${LAYER}/versions`, listLayerVersions],
  ["POST", `${LAYER}/versions`, publishLayerVersion],
  ["GET", `${LAYER}/versions/{VersionNumber}`, getLayerVersion],
  ["DELETE", `${LAYER}/versions/{VersionNumber}`, deleteLayerVersion],
  ["GET", "/2016-08-19/account-settings", getAccountSettings],
  ...EVENT_ROUTES,
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
