/** Members of a function that name other resources of the account. The local region keeps and shows them. */
import { structure, wrongType, type Constraints } from "./constraints.ts";
import type { FunctionConfiguration } from "./function-version.ts";
import { invalidParameter } from "./lambda-errors.ts";

const KMS_KEY = "(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()";
const TARGET = "(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()";
const FILE_SYSTEM =
  "arn:aws[a-zA-Z-]*:(elasticfilesystem|s3files):[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:[a-zA-Z0-9-_/]+";
const MOUNT_PATH = "/mnt/[a-zA-Z0-9-_.]+";

type Attachments = Pick<FunctionConfiguration, "VpcConfig" | "FileSystemConfigs" | "KMSKeyArn" | "DeadLetterTargetArn">;

export function readAttachments(
  body: Readonly<Record<string, unknown>>,
  constraints: Constraints,
): { [Member in keyof Attachments]: Attachments[Member] | undefined } {
  return {
    VpcConfig: readVpc(body["VpcConfig"], constraints),
    FileSystemConfigs: readFileSystems(body["FileSystemConfigs"], constraints),
    KMSKeyArn: constraints.text(body["KMSKeyArn"], "kMSKeyArn", { pattern: KMS_KEY }),
    DeadLetterTargetArn: readDeadLetter(body["DeadLetterConfig"], constraints),
  };
}

/** What the service checks after the model, on the configuration as it would become. */
export function assertAttachmentsAllowed({ FileSystemConfigs = [], VpcConfig, DeadLetterTargetArn }: Attachments): void {
  if (FileSystemConfigs.length > 0 && !VpcConfig?.SubnetIds.length) {
    throw invalidParameter("Function must be configured to execute in a VPC to reference access points.");
  }
  if (DeadLetterTargetArn && !/^arn:[^:]+:(sqs|sns):/.test(DeadLetterTargetArn)) {
    throw invalidParameter("The provided dead-letter target is not valid. The target must be an SQS queue or an SNS topic.");
  }
}

/** Without what a request has cleared: an empty text or an empty list. */
export function withoutCleared(configuration: FunctionConfiguration): FunctionConfiguration {
  const { Layers, FileSystemConfigs, KMSKeyArn, DeadLetterTargetArn, ...rest } = configuration;
  return {
    ...rest,
    ...(Layers?.length ? { Layers } : {}),
    ...(FileSystemConfigs?.length ? { FileSystemConfigs } : {}),
    ...(KMSKeyArn ? { KMSKeyArn } : {}),
    ...(DeadLetterTargetArn ? { DeadLetterTargetArn } : {}),
  };
}

function readVpc(value: unknown, constraints: Constraints): Attachments["VpcConfig"] {
  const members = structure(value, "vpcConfig");
  if (!members) return undefined;
  const ids = (name: string, path: string, maxItems: number, pattern: RegExp) =>
    constraints.texts(members[name], path, {
      maxItems,
      allowed: (id) => pattern.test(id),
      breach: `Member must satisfy constraint: [Member must satisfy regular expression pattern: ${pattern.source.slice(1, -1)}]`,
    }) ?? [];
  const dualStack = members["Ipv6AllowedForDualStack"] ?? false;
  if (typeof dualStack !== "boolean") throw wrongType("vpcConfig.ipv6AllowedForDualStack", "a boolean");
  return {
    SubnetIds: ids("SubnetIds", "vpcConfig.subnetIds", 16, /^subnet-[0-9a-z]*$/),
    SecurityGroupIds: ids("SecurityGroupIds", "vpcConfig.securityGroupIds", 5, /^sg-[0-9a-zA-Z]*$/),
    Ipv6AllowedForDualStack: dualStack,
  };
}

function readFileSystems(value: unknown, constraints: Constraints): Attachments["FileSystemConfigs"] {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw wrongType("fileSystemConfigs", "a list");
  if (value.length > 1) constraints.fail(`[${value.length} items]`, "fileSystemConfigs", "Member must have length less than or equal to 1");
  return value.map((entry, index) => {
    const path = `fileSystemConfigs.${index + 1}.member`;
    const members = structure(entry, path) ?? {};
    return {
      Arn: constraints.requiredText(members["Arn"], `${path}.arn`, { pattern: FILE_SYSTEM, maxLength: 200 }),
      LocalMountPath: constraints.requiredText(members["LocalMountPath"], `${path}.localMountPath`, { pattern: MOUNT_PATH, maxLength: 160 }),
    };
  });
}

function readDeadLetter(value: unknown, constraints: Constraints): string | undefined {
  const members = structure(value, "deadLetterConfig");
  return members && constraints.text(members["TargetArn"] ?? "", "deadLetterConfig.targetArn", { pattern: TARGET });
}
