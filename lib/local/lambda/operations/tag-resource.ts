import { emptyResponse, restJsonBody } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { invalidParameter } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { findTaggedFunction } from "../tagged-resource.ts";
import { assertTagCount, readTags } from "../tags.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html */
export const tagResource: Operation = (context, call) => {
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const added = readTags(body["Tags"], constraints);
  if (body["Tags"] == null) constraints.failNull("tags");
  constraints.assert();
  const record = findTaggedFunction(context, call);
  context.lifecycle.assertSettled(record);
  if (Object.keys(added).length === 0) {
    throw invalidParameter("An error occurred and the request cannot be processed.");
  }
  const tags = { ...record.tags, ...added };
  assertTagCount(tags);
  context.store.put({ ...record, tags });
  return emptyResponse(204);
};
