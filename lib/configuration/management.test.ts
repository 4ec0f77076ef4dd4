import { expect, test } from "vitest";
import { detectManagement } from "./management";

const STACK = { "aws:cloudformation:stack-name": "shop", "aws:cloudformation:stack-id": "arn:aws:cloudformation:us-east-1:1:stack/shop/1" };
const resource = (logicalId: string) => ({ ...STACK, "aws:cloudformation:logical-id": logicalId });

test.each<[Record<string, string> | undefined, string | undefined, string | undefined]>([
  [undefined, undefined, undefined],
  [{}, undefined, undefined],
  [{ team: "shop", stage: "prod" }, undefined, undefined],
  [resource("Checkout"), "CloudFormation", "shop"],
  [{ ...resource("Checkout"), "lambda:createdBy": "SAM" }, "SAM", "shop"],
  [resource("CheckoutFunction1A2B3C4D"), "CDK", "shop"],
  [{ ...resource("CheckoutLambdaFunction"), STAGE: "dev" }, "Serverless Framework", "shop"],
  [resource("CheckoutLambdaFunction"), "CloudFormation", "shop"],
  [{ ...resource("X1A2B3C4D"), "sst:app": "shop", "sst:stage": "dev" }, "SST", "shop/dev"],
  [{ "pulumi:project": "shop" }, "Pulumi", "shop"],
  [{ Terraform: "true" }, "Terraform", undefined],
  [{ terraform: "false" }, undefined, undefined],
  [{ ManagedBy: "Terraform" }, "Terraform", undefined],
  [{ "managed-by": "opentofu" }, "Terraform", undefined],
  [{ managed_by: "aws-cdk" }, "CDK", undefined],
  [{ CreatedBy: "sam@example.com" }, undefined, undefined],
  [{ CreatedBy: "AWS SAM" }, "SAM", undefined],
  [{ ManagedBy: "platform team" }, undefined, undefined],
])("%j is managed by %s", (tags, tool, name) => {
  const management = detectManagement(tags);
  expect(management?.tool).toBe(tool);
  expect(management?.name).toBe(name);
  if (management) expect(Object.keys(tags ?? {})).toContain(management.evidence);
});
