import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { describeConfig } from "../async/event-invoke-config.ts";
import { assertDestinations, readEventInvokeInput } from "../async/event-invoke-input.ts";
import { assertTargetExists, findConfig, functionExists, readTarget } from "../async/event-invoke-target.ts";
import type { Operation } from "../operation.ts";

/** Replaces the settings. https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html */
export const putFunctionEventInvokeConfig: Operation = (context, call) => {
  const target = readTarget(call);
  const { maxRetryAttempts, maxEventAgeSeconds, onSuccess, onFailure } = readEventInvokeInput(restJsonBody(call.request.body));
  assertTargetExists(context, target);
  assertDestinations({ onSuccess, onFailure }, target, (arn) => functionExists(context, arn));
  const config = {
    ...target,
    ...(maxRetryAttempts === undefined ? {} : { maxRetryAttempts }),
    ...(maxEventAgeSeconds === undefined ? {} : { maxEventAgeSeconds }),
    ...(onSuccess ? { onSuccess } : {}),
    ...(onFailure ? { onFailure } : {}),
    lastModifiedMs: context.clock.now(),
  };
  context.tables.eventInvokeConfigs.put(target.region, target.functionName, target.qualifier, config);
  return restJsonResponse(200, describeConfig(config));
};

/** Changes what the request names. https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html */
export const updateFunctionEventInvokeConfig: Operation = (context, call) => {
  const target = readTarget(call);
  const input = readEventInvokeInput(restJsonBody(call.request.body));
  assertTargetExists(context, target);
  const { onSuccess, onFailure, ...known } = findConfig(context, target);
  assertDestinations(input, target, (arn) => functionExists(context, arn));
  const success = input.onSuccess ?? onSuccess;
  const failure = input.onFailure ?? onFailure;
  const config = {
    ...known,
    ...(input.maxRetryAttempts === undefined ? {} : { maxRetryAttempts: input.maxRetryAttempts }),
    ...(input.maxEventAgeSeconds === undefined ? {} : { maxEventAgeSeconds: input.maxEventAgeSeconds }),
    ...(success ? { onSuccess: success } : {}),
    ...(failure ? { onFailure: failure } : {}),
    lastModifiedMs: context.clock.now(),
  };
  context.tables.eventInvokeConfigs.put(target.region, target.functionName, target.qualifier, config);
  return restJsonResponse(200, describeConfig(config));
};
