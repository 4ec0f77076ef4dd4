import { READ_NAME, parseFunctionReference } from "../function-reference.ts";
import { resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";

/** Nothing adds permissions here, so AWS's answer for none. https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html */
export const getPolicy: Operation = (_context, { request, labels }) => {
  parseFunctionReference(
    request.region,
    labels["FunctionName"] ?? "",
    READ_NAME,
    request.query.get("Qualifier"),
  );
  throw resourceNotFound("The resource you requested does not exist.");
};
