import { restJsonResponse } from "../../protocols/rest-json.ts";
import { functionArn } from "../function-arn.ts";
import { parseFunctionReference, READ_NAME } from "../function-reference.ts";
import { describeMapping } from "../mappings/mapping-record.ts";
import type { Operation } from "../operation.ts";
import { pageOf, readPageSize } from "../page.ts";

const LARGEST_PAGE = 100;

/** A function without qualifier means its own mappings, not those of its versions and aliases. https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html */
export const listEventSourceMappings: Operation = (context, { request }) => {
  const { region, query } = request;
  const source = query.get("EventSourceArn");
  const name = query.get("FunctionName");
  const reference = name === null ? undefined : parseFunctionReference(region, name, READ_NAME);
  const wanted = reference && functionArn(region, reference.functionName, reference.qualifier);
  const found = context.mappings
    .list(region)
    .filter((mapping) => (source === null || mapping.eventSourceArn === source) && (wanted === undefined || mapping.functionArn === wanted))
    .sort((a, b) => (a.uuid < b.uuid ? -1 : 1));
  const page = pageOf(found, ({ uuid }) => uuid, query.get("Marker"), readPageSize(query, LARGEST_PAGE));
  return restJsonResponse(200, {
    EventSourceMappings: page.items.map(describeMapping),
    ...(page.nextMarker === undefined ? {} : { NextMarker: page.nextMarker }),
  });
};
