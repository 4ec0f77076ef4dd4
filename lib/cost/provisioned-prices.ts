/**
 * What AWS charges for provisioned concurrency that is set, in USD per GB-second before tax, used or not. Sources as in
 * `price-table.ts`; a region or architecture without a sourced price is absent. https://aws.amazon.com/lambda/pricing/
 */
import type { Architecture } from "./price-table";

const X86_64: Readonly<Record<string, number>> = {
  "us-east-1": 0.0000041667,
  "us-east-2": 0.0000041667,
  "us-west-1": 0.0000049041,
  "us-west-2": 0.0000041667,
  "ca-central-1": 0.000004646,
  "eu-west-1": 0.000004646,
  "eu-west-2": 0.0000048304,
  "eu-west-3": 0.0000048673,
  "eu-central-1": 0.0000050147,
  "eu-central-2": 0.0000055162,
  "eu-north-1": 0.0000044248,
  "eu-south-1": 0.0000048783,
  "ap-south-1": 0.0000044985,
  "ap-northeast-1": 0.0000053835,
  "ap-northeast-2": 0.0000051254,
  "ap-northeast-3": 0.0000053835,
  "ap-southeast-1": 0.0000051991,
  "ap-southeast-2": 0.000005236,
  "ap-southeast-4": 0.000005236,
  "ap-southeast-5": 0.0000046791,
  "ap-east-1": 0.0000057153,
  "af-south-1": 0.00000553,
  "me-south-1": 0.0000051108,
  "sa-east-1": 0.0000066372,
};

const ARM64: Readonly<Record<string, number>> = { "us-east-1": 0.0000033334 };

/** USD per GB-second of configured provisioned concurrency; undefined when no price has a source. */
export function usdPerProvisionedGbSecond(region: string, architecture: Architecture): number | undefined {
  return (architecture === "arm64" ? ARM64 : X86_64)[region];
}
