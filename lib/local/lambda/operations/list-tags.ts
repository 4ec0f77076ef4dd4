import { restJsonResponse } from "../../protocols/rest-json.ts";
import type { Operation } from "../operation.ts";
import { findTaggedFunction } from "../tagged-resource.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html */
export const listTags: Operation = (context, call) =>
  restJsonResponse(200, { Tags: findTaggedFunction(context, call).tags });
