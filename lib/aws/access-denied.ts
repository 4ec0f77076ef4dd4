import "server-only";

/** What AWS's sentence says was missing. */
export interface DeniedAccess {
  iamAction?: string;
  iamResource?: string;
  /** ARN of the user or role that asked. */
  principal?: string;
  /** An explicit deny, for instance of a service control policy: adding an allow does not help. */
  explicitDenyIn?: string;
}

/**
 * Reads `User: <arn> is not authorized to perform: <action> on resource: <arn> because …`; what the sentence leaves out
 * is undefined. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function parseAccessDenied(message: string): DeniedAccess {
  return {
    principal: /User: (arn:\S+)/.exec(message)?.[1],
    iamAction: /not authorized to perform:? ([a-z0-9-]+:[A-Za-z*]+)/.exec(message)?.[1],
    iamResource: /on resource:? "?([^\s"]+)/.exec(message)?.[1]?.replace(/[.,]$/, ""),
    explicitDenyIn: /with an explicit deny in an? ([a-z -]*policy|permissions boundary)/.exec(message)?.[1],
  };
}
