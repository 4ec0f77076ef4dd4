import { restJsonResponse } from "../../protocols/rest-json.ts";
import { describeMapping } from "../mappings/mapping-record.ts";
import { findMapping } from "../mappings/mapping-target.ts";
import type { Operation } from "../operation.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html */
export const getEventSourceMapping: Operation = (context, { request, labels }) =>
  restJsonResponse(200, describeMapping(findMapping(context, request.region, labels["UUID"])));

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html */
export const deleteEventSourceMapping: Operation = (context, { request, labels }) => {
  const mapping = findMapping(context, request.region, labels["UUID"]);
  return restJsonResponse(202, describeMapping(context.mappings.change(mapping, "Deleting")));
};
