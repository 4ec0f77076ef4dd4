import { emptyResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import type { Operation } from "../operation.ts";
import { findTaggedFunction } from "../tagged-resource.ts";

/** Keys that are not there are no error. https://docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html */
export const untagResource: Operation = (context, call) => {
  const removed = new Set(call.request.query.getAll("tagKeys"));
  const constraints = new Constraints();
  if (removed.size === 0) constraints.failNull("tagKeys");
  constraints.assert();
  const record = findTaggedFunction(context, call);
  const tags = Object.fromEntries(Object.entries(record.tags).filter(([key]) => !removed.has(key)));
  context.store.put({ ...record, tags });
  return emptyResponse(204);
};
