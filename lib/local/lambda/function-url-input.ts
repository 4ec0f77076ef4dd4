/** Members of CreateFunctionUrlConfig and UpdateFunctionUrlConfig. */
import { Constraints, structure, wrongType } from "./constraints.ts";
import { parseFunctionReference, type FunctionReference } from "./function-reference.ts";
import type { FunctionUrlCors, FunctionUrlRecord } from "./function-url-record.ts";
import type { LambdaCall } from "./operation.ts";

const URL_NAME = {
  pattern:
    "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]{1,64})(:((?!\\d+$)[0-9a-zA-Z-_]+))?",
  maxLength: 140,
};
const QUALIFIER = { pattern: "((?!^\\d+$)^[0-9a-zA-Z-_]+$)", maxLength: 128 };
const MAX_LIST = 100;
const MAX_METHODS = 6;
const MAX_AGE_SECONDS = 86_400;

/** A function or an alias; `$LATEST` and versions break AWS's pattern. */
export function readUrlReference({ request, labels }: LambdaCall): FunctionReference {
  const constraints = new Constraints();
  const qualifier = request.query.get("Qualifier");
  constraints.text(qualifier, "qualifier", QUALIFIER);
  constraints.assert();
  return parseFunctionReference(request.region, labels["FunctionName"] ?? "", URL_NAME, qualifier);
}

export interface UrlMembers {
  authType?: FunctionUrlRecord["authType"];
  invokeMode?: FunctionUrlRecord["invokeMode"];
  /** Empty: to be removed. */
  cors?: FunctionUrlCors;
}

export function readUrlMembers(body: Readonly<Record<string, unknown>>, constraints: Constraints): UrlMembers {
  const authType = constraints.oneOf(body["AuthType"], "authType", ["NONE", "AWS_IAM"]);
  const invokeMode = constraints.oneOf(body["InvokeMode"], "invokeMode", ["RESPONSE_STREAM", "BUFFERED"]);
  const cors = readCors(body["Cors"], constraints);
  return {
    ...(authType === undefined ? {} : { authType }),
    ...(invokeMode === undefined ? {} : { invokeMode }),
    ...(cors === undefined ? {} : { cors }),
  };
}

function readCors(value: unknown, constraints: Constraints): FunctionUrlCors | undefined {
  const members = structure(value, "cors");
  if (!members) return undefined;
  const credentials = members["AllowCredentials"] ?? undefined;
  if (credentials !== undefined && typeof credentials !== "boolean") throw wrongType("cors.allowCredentials", "a boolean");
  const list = (name: string, maxItems = MAX_LIST, maxLength = 1_024) => {
    const path = `cors.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const breach = `Member must satisfy constraint: [Member must have length less than or equal to ${maxLength}]`;
    return constraints.texts(members[name], path, { maxItems, allowed: (text) => text.length <= maxLength, breach });
  };
  const read: { [Member in keyof FunctionUrlCors]: FunctionUrlCors[Member] | undefined } = {
    AllowCredentials: credentials,
    AllowHeaders: list("AllowHeaders"),
    AllowMethods: list("AllowMethods", MAX_METHODS, MAX_METHODS),
    AllowOrigins: list("AllowOrigins", MAX_LIST, 253),
    ExposeHeaders: list("ExposeHeaders"),
    MaxAge: constraints.integer(members["MaxAge"], "cors.maxAge", { min: 0, max: MAX_AGE_SECONDS }),
  };
  return Object.fromEntries(Object.entries(read).filter(([, member]) => member !== undefined));
}
