/** Paths of asynchronous invocation, streamed responses and event source mappings. */
import { createEventSourceMapping } from "./operations/create-event-source-mapping.ts";
import { deleteEventSourceMapping, getEventSourceMapping } from "./operations/get-event-source-mapping.ts";
import { listEventSourceMappings } from "./operations/list-event-source-mappings.ts";
import { updateEventSourceMapping } from "./operations/update-event-source-mapping.ts";
import type { Operation } from "./operation.ts";
import {
  deleteFunctionEventInvokeConfig,
  getFunctionEventInvokeConfig,
  listFunctionEventInvokeConfigs,
} from "./operations/get-function-event-invoke-config.ts";
import { invokeWithResponseStream } from "./operations/invoke-with-response-stream.ts";
import { putFunctionEventInvokeConfig, updateFunctionEventInvokeConfig } from "./operations/put-function-event-invoke-config.ts";

const EVENT_INVOKE_CONFIG = "/2019-09-25/functions/{FunctionName}/event-invoke-config";
const MAPPINGS = "/2015-03-31/event-source-mappings";

export const EVENT_ROUTES: readonly (readonly [method: string, path: string, operation: Operation])[] = [
  ["POST", "/2021-11-15/functions/{FunctionName}/response-streaming-invocations", invokeWithResponseStream],
  ["PUT", EVENT_INVOKE_CONFIG, putFunctionEventInvokeConfig],
  ["POST", EVENT_INVOKE_CONFIG, updateFunctionEventInvokeConfig],
  ["GET", EVENT_INVOKE_CONFIG, getFunctionEventInvokeConfig],
  ["DELETE", EVENT_INVOKE_CONFIG, deleteFunctionEventInvokeConfig],
  ["GET", `${EVENT_INVOKE_CONFIG}/list`, listFunctionEventInvokeConfigs],
  ["POST", MAPPINGS, createEventSourceMapping],
  ["GET", MAPPINGS, listEventSourceMappings],
  ["GET", `${MAPPINGS}/{UUID}`, getEventSourceMapping],
  ["PUT", `${MAPPINGS}/{UUID}`, updateEventSourceMapping],
  ["DELETE", `${MAPPINGS}/{UUID}`, deleteEventSourceMapping],
];
