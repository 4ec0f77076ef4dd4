/** What AddPermission makes of its members. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
import { wrongType, type Constraints } from "./constraints.ts";
import { invalidParameter } from "./lambda-errors.ts";
import type { PolicyStatement } from "./resource-policy.ts";

const ARN =
  "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)";

/** The request's members, checked against the model. */
export interface PermissionInput {
  statementId: string;
  action: string;
  principal: string;
  sourceArn?: string;
  sourceAccount?: string;
  eventSourceToken?: string;
  principalOrgId?: string;
  functionUrlAuthType?: string;
  invokedViaFunctionUrl?: boolean;
}

export function readPermission(body: Readonly<Record<string, unknown>>, constraints: Constraints): PermissionInput {
  const text = (member: string, pattern: string, maxLength: number) =>
    constraints.text(body[member], member.charAt(0).toLowerCase() + member.slice(1), { pattern, maxLength });
  const invokedViaFunctionUrl = body["InvokedViaFunctionUrl"] ?? undefined;
  if (invokedViaFunctionUrl !== undefined && typeof invokedViaFunctionUrl !== "boolean") {
    throw wrongType("invokedViaFunctionUrl", "a boolean");
  }
  return {
    statementId: constraints.requiredText(body["StatementId"], "statementId", { pattern: "([a-zA-Z0-9-_]+)", maxLength: 100 }),
    action: constraints.requiredText(body["Action"], "action", { pattern: "(lambda:[*]|lambda:[a-zA-Z]+|[*])" }),
    principal: constraints.requiredText(body["Principal"], "principal", { pattern: "[^\\s]+", maxLength: 2048 }),
    sourceArn: text("SourceArn", ARN, 10_000),
    sourceAccount: text("SourceAccount", "\\d{12}", 12),
    eventSourceToken: text("EventSourceToken", "[a-zA-Z0-9._\\-]+", 256),
    principalOrgId: constraints.text(body["PrincipalOrgID"], "principalOrgID", { pattern: "o-[a-z0-9]{10,32}", maxLength: 34 }),
    functionUrlAuthType: constraints.oneOf(body["FunctionUrlAuthType"], "functionUrlAuthType", ["NONE", "AWS_IAM"]),
    invokedViaFunctionUrl,
  };
}

/** `resourceArn`: of the function, version or alias. Throws AWS's 400 for a principal that is none. */
export function permissionStatement(input: PermissionInput, resourceArn: string): PolicyStatement {
  const condition = conditionOf(input);
  return {
    Sid: input.statementId,
    Effect: "Allow",
    Principal: principalOf(input.principal),
    Action: input.action,
    Resource: resourceArn,
    ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
  };
}

function principalOf(principal: string): PolicyStatement["Principal"] {
  if (principal === "*") return "*";
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  if (/^arn:aws[a-z-]*:(iam|sts)::/.test(principal)) return { AWS: principal };
  if (/^[a-z0-9.-]+\.(amazonaws\.com|amazon\.com)(\.cn)?$/.test(principal)) return { Service: principal };
  throw invalidParameter("The provided principal was invalid. Please check the principal and try again.");
}

function conditionOf(input: PermissionInput): NonNullable<PolicyStatement["Condition"]> {
  const equals: Record<string, string> = {
    ...(input.sourceAccount === undefined ? {} : { "AWS:SourceAccount": input.sourceAccount }),
    ...(input.eventSourceToken === undefined ? {} : { "lambda:EventSourceToken": input.eventSourceToken }),
    ...(input.principalOrgId === undefined ? {} : { "aws:PrincipalOrgID": input.principalOrgId }),
    ...(input.functionUrlAuthType === undefined ? {} : { "lambda:FunctionUrlAuthType": input.functionUrlAuthType }),
  };
  return {
    ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
    ...(input.sourceArn === undefined ? {} : { ArnLike: { "AWS:SourceArn": input.sourceArn } }),
    ...(input.invokedViaFunctionUrl === undefined
      ? {}
      : { Bool: { "lambda:InvokedViaFunctionUrl": String(input.invokedViaFunctionUrl) } }),
  };
}
