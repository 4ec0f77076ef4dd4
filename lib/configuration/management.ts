/** Finds out from tags which tool deploys a function: its next deployment overwrites what is changed by hand. */

export interface Management {
  tool: "CloudFormation" | "SAM" | "CDK" | "Serverless Framework" | "SST" | "Terraform" | "Pulumi" | "Chalice" | "Zappa";
  /** What the tool calls it: a stack, a workspace. */
  name?: string;
  /** Which tag says so. */
  evidence: string;
}

type Tags = Readonly<Record<string, string>>;

const STACK = "aws:cloudformation:stack-name";
const LOGICAL_ID = "aws:cloudformation:logical-id";
/** Names that teams give such a tag: none of these tools has a rule for it. */
const MANAGED_BY = /^(managed[-_ ]?by|provisioned[-_ ]?by|created[-_ ]?by|deployed[-_ ]?by|iac|tool)$/i;

/**
 * The tool that manages a function, most specific first; undefined when no tag says so. CloudFormation tags what it makes by
 * itself (`aws:cloudformation:…`, `lambda:createdBy: SAM`); of the others only some do, and Terraform leaves it to its users.
 */
export function detectManagement(tags: Tags | undefined): Management | undefined {
  if (!tags) return undefined;
  return byOwnTag(tags) ?? byStack(tags) ?? byConvention(tags);
}

function byOwnTag(tags: Tags): Management | undefined {
  const stack = tags[STACK];
  if (tags["lambda:createdBy"]?.toUpperCase() === "SAM") return { tool: "SAM", name: stack, evidence: "lambda:createdBy" };
  if (tags["sst:app"] !== undefined) return { tool: "SST", name: joined(tags["sst:app"], tags["sst:stage"]), evidence: "sst:app" };
  if (tags["pulumi:project"] !== undefined) return { tool: "Pulumi", name: joined(tags["pulumi:project"], tags["pulumi:stack"]), evidence: "pulumi:project" };
  if (tags["aws-chalice"] !== undefined) return { tool: "Chalice", evidence: "aws-chalice" };
  if (tags.ZappaProject !== undefined) return { tool: "Zappa", name: tags.ZappaProject, evidence: "ZappaProject" };
  const cdk = Object.keys(tags).find((key) => /^aws-cdk:|^aws:cdk:/.test(key));
  return cdk === undefined ? undefined : { tool: "CDK", name: stack, evidence: cdk };
}

/** Logical ids have the form that their tool gives them: CDK ends with a hash, Serverless with LambdaFunction. */
function byStack(tags: Tags): Management | undefined {
  const name = tags[STACK];
  if (name === undefined) return undefined;
  const logicalId = tags[LOGICAL_ID] ?? "";
  if (/[0-9A-F]{8}$/.test(logicalId)) return { tool: "CDK", name, evidence: LOGICAL_ID };
  if (logicalId.endsWith("LambdaFunction") && tags.STAGE !== undefined) return { tool: "Serverless Framework", name, evidence: LOGICAL_ID };
  return { tool: "CloudFormation", name, evidence: STACK };
}

function byConvention(tags: Tags): Management | undefined {
  for (const [key, value] of Object.entries(tags)) {
    const names = MANAGED_BY.test(key) ? value : /^(terraform|opentofu)([-_:].*)?$/i.test(key) && !/^(false|no|0)$/i.test(value) ? "terraform" : "";
    if (/terraform|opentofu|terragrunt/i.test(names)) return { tool: "Terraform", evidence: key };
    if (/pulumi/i.test(names)) return { tool: "Pulumi", evidence: key };
    if (/\bcdk\b/i.test(names)) return { tool: "CDK", evidence: key };
    if (/^(aws[- ])?sam$/i.test(names)) return { tool: "SAM", evidence: key };
    if (/serverless/i.test(names)) return { tool: "Serverless Framework", evidence: key };
    if (/cloudformation/i.test(names)) return { tool: "CloudFormation", evidence: key };
  }
  return undefined;
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join("/");
}
