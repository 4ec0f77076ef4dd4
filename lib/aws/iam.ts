import "server-only";
import { ListAttachedRolePoliciesCommand, ListRolePoliciesCommand } from "@aws-sdk/client-iam";
import { callAws } from "./call";
import { type AwsTarget, iamClient } from "./clients";

export interface RolePolicyNames {
  attached: { name: string; arn: string }[];
  inline: string[];
}

/** Managed and inline policies of a role, by name: at most a hundred of each, ten times what AWS allows by default. */
export async function listRolePolicies(target: AwsTarget, roleName: string): Promise<RolePolicyNames> {
  const client = await iamClient(target);
  const call = (operation: string) => ({ target, service: "iam", operation, resource: `the role ${roleName}` }) as const;
  const [attached, inline] = await Promise.all([
    callAws(call("ListAttachedRolePolicies"), (abortSignal) => client.send(new ListAttachedRolePoliciesCommand({ RoleName: roleName, MaxItems: 100 }), { abortSignal })),
    callAws(call("ListRolePolicies"), (abortSignal) => client.send(new ListRolePoliciesCommand({ RoleName: roleName, MaxItems: 100 }), { abortSignal })),
  ]);
  return {
    attached: (attached.AttachedPolicies ?? []).map(({ PolicyName = "", PolicyArn = "" }) => ({ name: PolicyName, arn: PolicyArn })),
    inline: inline.PolicyNames ?? [],
  };
}
