/**
 * Reads what callers write as `FunctionName`: a name, a partial ARN or an ARN, each with or without
 * qualifier. https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
 */
import { LOCAL_ACCOUNT_ID } from "../../local-contract.ts";
import { ServiceError } from "../protocols/service-error.ts";
import { Constraints } from "./constraints.ts";
import { invalidParameter, resourceNotFound } from "./lambda-errors.ts";

const PREFIX =
  "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?";
const QUALIFIER = "\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+";

interface NameRule {
  pattern: string;
  maxLength: number;
}

/** Operations that change or configure a function. */
export const WRITE_NAME: NameRule = {
  pattern: `${PREFIX}([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?`,
  maxLength: 140,
};
/** Invoke, reads and DeleteFunction. */
export const READ_NAME: NameRule = {
  pattern: `${PREFIX}([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`,
  maxLength: 256,
};

const PARTS =
  /^(?:arn:[^:]*:lambda:)?(?:((?:eusc-)?[a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([^:]+)(?::(.+))?$/;

export interface FunctionReference {
  functionName: string;
  /** As given in the name or beside it; `undefined` when the caller gave none. */
  qualifier?: string;
}

/** Throws AWS's `ServiceError` for what is malformed, of another region or of another account. */
export function parseFunctionReference(
  region: string,
  text: string,
  rule: NameRule,
  qualifierParameter?: string | null,
): FunctionReference {
  const constraints = new Constraints();
  constraints.text(text, "functionName", rule);
  const given = qualifierParameter ?? undefined;
  constraints.text(given, "qualifier", { pattern: QUALIFIER, maxLength: 128 });
  constraints.assert();

  const [, arnRegion, account, functionName = "", derived] = PARTS.exec(text) ?? [];
  if (account !== undefined && account !== LOCAL_ACCOUNT_ID) {
    throw new ServiceError("AccessDeniedException", 403, `The local region has no account but ${LOCAL_ACCOUNT_ID}.`);
  }
  if (arnRegion !== undefined && arnRegion !== region) {
    throw resourceNotFound(`Functions from '${arnRegion}' are not reachable in this region ('${region}')`);
  }
  if (derived !== undefined && given !== undefined && derived !== given) {
    throw invalidParameter("The derived qualifier from the function name does not match the specified qualifier.");
  }
  const qualifier = given ?? derived;
  return qualifier === undefined ? { functionName } : { functionName, qualifier };
}
