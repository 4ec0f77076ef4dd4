/** A function's resource-based policy. https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
export interface ResourcePolicy {
  statements: PolicyStatement[];
  /** UUID, new after each modification. */
  revisionId: string;
}

/** Members and their order as AWS writes them. */
export interface PolicyStatement {
  Sid: string;
  Effect: "Allow";
  Principal: "*" | { Service: string } | { AWS: string };
  Action: string;
  Resource: string;
  Condition?: Record<string, Record<string, string>>;
}

/** The text of GetPolicy's `Policy`. */
export function policyDocument({ statements }: ResourcePolicy): string {
  return JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: statements });
}
