/** Who may call a function URL. https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
import type { ResourcePolicy } from "../resource-policy.ts";

const ACTIONS = new Set(["lambda:InvokeFunctionUrl", "lambda:*", "*"]);
const AUTH_TYPE = "lambda:FunctionUrlAuthType";

/** Whether the policy lets everybody call a URL with AuthType NONE. */
export function isPublicUrl(policy: ResourcePolicy | undefined): boolean {
  return (policy?.statements ?? []).some(({ Principal, Action, Condition = {} }) => {
    const isEverybody = Principal === "*" || (typeof Principal === "object" && "AWS" in Principal && Principal.AWS === "*");
    const { StringEquals = {}, ...others } = Condition;
    const { [AUTH_TYPE]: authType = "NONE", ...more } = StringEquals;
    // A condition on the caller is never met by somebody who does not say who they are.
    return isEverybody && ACTIONS.has(Action) && authType === "NONE" && Object.keys({ ...others, ...more }).length === 0;
  });
}
