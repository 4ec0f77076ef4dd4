import { randomInt } from "node:crypto";
import { restJsonBody, restJsonResponse } from "../../protocols/rest-json.ts";
import { Constraints } from "../constraints.ts";
import { functionArn } from "../function-arn.ts";
import { describeCreatedUrl } from "../function-url-description.ts";
import { readUrlMembers, readUrlReference } from "../function-url-input.ts";
import type { FunctionUrlRecord } from "../function-url-record.ts";
import { conflict, resourceNotFound } from "../lambda-errors.ts";
import type { Operation } from "../operation.ts";
import { findQualified, LATEST } from "../qualified-version.ts";

const ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz234567";
const ID_LENGTH = 32;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html */
export const createFunctionUrlConfig: Operation = (context, call) => {
  const { region } = call.request;
  const body = restJsonBody(call.request.body);
  const constraints = new Constraints();
  const { authType, invokeMode, cors } = readUrlMembers(body, constraints);
  if (body["AuthType"] == null) constraints.failNull("authType");
  constraints.assert();

  const { functionName, qualifier: alias } = readUrlReference(call);
  if (!findQualified(context, region, functionName, alias)) throw resourceNotFound("Function does not exist");
  const { urls } = context.tables;
  if (urls.find(region, functionName, alias ?? LATEST)) {
    throw conflict(
      `Failed to create function url config for [functionArn = ${functionArn(region, functionName, alias)}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
    );
  }
  const nowMs = context.clock.now();
  const record: FunctionUrlRecord = {
    region,
    functionName,
    ...(alias === undefined ? {} : { alias }),
    urlId: Array.from({ length: ID_LENGTH }, () => ID_CHARACTERS[randomInt(ID_CHARACTERS.length)]).join(""),
    authType: authType ?? "AWS_IAM",
    ...(invokeMode ? { invokeMode } : {}),
    ...(cors && Object.keys(cors).length > 0 ? { cors } : {}),
    createdMs: nowMs,
    modifiedMs: nowMs,
  };
  urls.put(region, functionName, alias ?? LATEST, record);
  return restJsonResponse(201, describeCreatedUrl(record, context.urlLocation(record)));
};
