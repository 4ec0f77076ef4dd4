/**
 * Reads the resource policy of a function.
 * https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
import type { PolicyStatement } from "./schema";

type Json = Record<string, unknown>;

/** Statements in their order; an unreadable document has none. */
export function parsePolicy(document: string): PolicyStatement[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(document);
  } catch {
    return [];
  }
  const statements = isObject(parsed) ? parsed.Statement : undefined;
  return (Array.isArray(statements) ? statements : [statements]).filter(isObject).map(toStatement);
}

function toStatement(statement: Json, index: number): PolicyStatement {
  const conditions = conditionsOf(statement.Condition);
  const take = (key: string) => {
    const value = conditions.get(key);
    conditions.delete(key);
    return value;
  };
  return {
    statementId: typeof statement.Sid === "string" ? statement.Sid : `statement ${index + 1}`,
    effect: statement.Effect === "Deny" ? "Deny" : "Allow",
    principal: principalOf(statement.Principal),
    actions: texts(statement.Action),
    sourceArn: take("aws:sourcearn"),
    sourceAccount: take("aws:sourceaccount"),
    organizationId: take("aws:principalorgid"),
    urlAuthType: take("lambda:functionurlauthtype"),
    viaUrl: take("lambda:invokedviafunctionurl") === "true",
    otherConditions: [...conditions.keys()],
  };
}

/** Condition keys are not case-sensitive: `AWS:SourceArn` and `aws:SourceArn` are one. */
function conditionsOf(condition: unknown): Map<string, string> {
  const found = new Map<string, string>();
  for (const byKey of isObject(condition) ? Object.values(condition) : []) {
    for (const [key, value] of isObject(byKey) ? Object.entries(byKey) : []) found.set(key.toLowerCase(), texts(value).join(", "));
  }
  return found;
}

function principalOf(principal: unknown): string {
  if (typeof principal === "string") return principal;
  if (!isObject(principal)) return "";
  return Object.values(principal).flatMap(texts).join(", ");
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string" || typeof each === "boolean").map(String);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
