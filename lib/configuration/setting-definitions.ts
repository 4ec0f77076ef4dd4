/**
 * Every setting of a function that Warmstart edits: AWS's limits and defaults.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html and the operations named in `save-plan.ts`.
 */

export type SectionId =
  | "general" | "role" | "layers" | "network" | "fileSystem" | "logging" | "runtime" | "asynchronous" | "concurrency" | "url" | "tags";

export interface SettingDefinition {
  /** AWS's name for it. */
  label: string;
  section: SectionId;
  /** `list`: one item a line. `switch`: `true` or `false`. */
  kind: "number" | "text" | "choice" | "list" | "switch";
  unit?: "MB" | "s";
  min?: number;
  /** Of a number its value, of a text its characters, of a list its items. */
  max: number;
  /** For texts, and for each item of a list. */
  pattern?: RegExp;
  /** What the pattern wants: `must be …`. */
  wants?: string;
  choices?: readonly { value: string; label: string }[];
  /** What AWS takes when nothing was set; absent when that is "none". */
  default?: string | number;
  /** It must have a value. */
  required?: true;
  /** The order of the items means nothing to AWS. */
  unordered?: true;
  /** One sentence: limits and default. */
  text: string;
  /** The concept, for the "?" beside it. */
  help?: string;
}

const ARN = (service: string, rest = ".+") => new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]*:[0-9]*:${rest}$`);
const DESTINATION = { kind: "text", max: 350, pattern: ARN("(sqs|sns|lambda|events|s3)"), wants: "the ARN of an SQS queue, SNS topic, Lambda function or EventBridge bus" } as const;
const CORS = { section: "url", kind: "list", max: 100, pattern: /^\S{1,253}$/, wants: "a word without spaces" } as const;
const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"].map((value) => ({ value, label: value }));

function defined<F extends string>(definitions: Record<F, SettingDefinition>): Readonly<Record<F, SettingDefinition>> {
  return definitions;
}

export const SETTINGS = defined({
  memoryMb: {
    label: "Memory", section: "general", kind: "number", unit: "MB", min: 128, max: 10_240, default: 128, required: true,
    text: "128 to 10,240 MB in steps of 1 MB; default 128. CPU grows with it: one full vCPU at 1,769 MB.",
    help: "Memory also decides the CPU: twice the memory is twice the CPU, so more memory can run faster and cost the same. You pay for memory × duration.",
  },
  timeoutSeconds: {
    label: "Timeout", section: "general", kind: "number", unit: "s", min: 1, max: 900, default: 3, required: true,
    text: "1 to 900 s (15 minutes); default 3.",
    help: "Lambda stops the function after this time. A run that times out is billed in full.",
  },
  ephemeralStorageMb: {
    label: "Ephemeral storage", section: "general", kind: "number", unit: "MB", min: 512, max: 10_240, default: 512, required: true,
    text: "512 to 10,240 MB of /tmp; default 512, which is free.",
    help: "Space in /tmp of each execution environment. It stays while the environment is warm and is gone with it.",
  },
  handler: {
    label: "Handler", section: "general", kind: "text", max: 128, pattern: /^\S+$/, wants: "without white space", required: true,
    text: "At most 128 characters without white space, for instance index.handler.",
    help: "File and exported function that Lambda calls, for instance index.handler.",
  },
  runtime: {
    label: "Runtime", section: "general", kind: "text", max: 64, pattern: /^[a-z0-9.]+$/, wants: "the id of a runtime, such as nodejs22.x", required: true,
    text: "The id of a managed runtime, or provided.al2023 with a bootstrap of your own.",
  },
  description: { label: "Description", section: "general", kind: "text", max: 256, default: "", required: true, text: "At most 256 characters; default empty." },
  imageEntryPoint: { label: "Entry point", section: "general", kind: "list", max: 1_500, text: "Replaces ENTRYPOINT of the image, one argument a line; default: the image's own." },
  imageCommand: { label: "Command", section: "general", kind: "list", max: 1_500, text: "Replaces CMD of the image, one argument a line; default: the image's own." },
  imageWorkingDirectory: { label: "Working directory", section: "general", kind: "text", max: 1_000, text: "Replaces WORKDIR of the image; default: the image's own." },
  kmsKeyArn: {
    label: "Key of the variables", section: "general", kind: "text", max: 350, pattern: ARN("kms"), wants: "the ARN of a KMS key",
    text: "A KMS key of yours that encrypts the environment variables; default: a key that AWS manages, free.",
  },
  roleArn: {
    label: "Execution role", section: "role", kind: "text", max: 350, pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/, wants: "the ARN of a role, arn:aws:iam::123456789012:role/name", required: true,
    text: "The ARN of a role that Lambda may assume (its trust policy names lambda.amazonaws.com).",
    help: "What the function may do in AWS. It is not who may invoke the function: that is the resource policy.",
  },
  layers: {
    label: "Layers", section: "layers", kind: "list", max: 5, pattern: ARN("lambda", "layer:[a-zA-Z0-9-_]+:[0-9]+"), wants: "the ARN of a layer version, ending in :1",
    text: "At most 5 layer versions, merged into /opt in this order; with the code at most 250 MB unpacked.",
  },
  subnetIds: {
    label: "Subnets", section: "network", kind: "list", max: 16, unordered: true, pattern: /^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/, wants: "the id of a subnet: subnet- and 8 or 17 digits or letters a to f",
    text: "At most 16; default none: the function runs outside your VPC, with the internet.",
    help: "In a VPC the function reaches what the VPC reaches. For the internet it needs a NAT gateway there, which costs by the hour.",
  },
  securityGroupIds: { label: "Security groups", section: "network", kind: "list", max: 5, unordered: true, pattern: /^sg-([0-9a-f]{8}|[0-9a-f]{17})$/, wants: "the id of a security group: sg- and 8 or 17 digits or letters a to f", text: "At most 5; needed with subnets." },
  ipv6AllowedForDualStack: { label: "Outbound IPv6", section: "network", kind: "switch", max: 1, default: "false", text: "Allows IPv6 traffic to subnets that have both; default off." },
  fileSystemArn: {
    label: "Access point", section: "fileSystem", kind: "text", max: 200, pattern: ARN("(elasticfilesystem|s3files)"), wants: "the ARN of an EFS access point or of an S3 Files file system",
    text: "An EFS access point or an S3 Files file system in the function's VPC; at most one.",
  },
  fileSystemMountPath: { label: "Local mount path", section: "fileSystem", kind: "text", max: 160, pattern: /^\/mnt\/[a-zA-Z0-9-_.]+$/, wants: "a path such as /mnt/data", text: "Where the function finds it: /mnt/ and a name." },
  tracingMode: {
    label: "Tracing", section: "logging", kind: "choice", max: 1, default: "PassThrough", required: true,
    choices: [{ value: "PassThrough", label: "PassThrough: only what the caller traces" }, { value: "Active", label: "Active: Lambda samples requests itself" }],
    text: "AWS X-Ray; default PassThrough. Traces are billed by X-Ray.",
  },
  logFormat: {
    label: "Log format", section: "logging", kind: "choice", max: 1, default: "Text", required: true, choices: [{ value: "Text", label: "Text" }, { value: "JSON", label: "JSON" }],
    text: "Default Text. JSON can be filtered by level.",
  },
  applicationLogLevel: { label: "Application log level", section: "logging", kind: "choice", max: 1, choices: LEVELS, text: "What the function's own log writes; JSON only, then default INFO." },
  systemLogLevel: { label: "System log level", section: "logging", kind: "choice", max: 1, choices: LEVELS.slice(1, 4), text: "What Lambda writes (START, REPORT …); JSON only, then default INFO." },
  logGroup: {
    label: "Log group", section: "logging", kind: "text", max: 512, pattern: /^[.\-_/#A-Za-z0-9]+$/, wants: "of letters, digits and . - _ / #", required: true,
    text: "Default /aws/lambda/ and the function's name. Several functions may share one.",
  },
  snapStartApplyOn: {
    label: "SnapStart", section: "runtime", kind: "choice", max: 1, default: "None", required: true,
    choices: [{ value: "None", label: "Off" }, { value: "PublishedVersions", label: "On, for published versions" }],
    text: "Default off. Java 11, Python 3.12, .NET 8 and later; not with provisioned concurrency, a file system or more than 512 MB of /tmp.",
    help: "Lambda keeps a snapshot of the initialized environment of each published version and starts from it. Cached snapshots and restores are billed, except for Java.",
  },
  updateRuntimeOn: {
    label: "Runtime updates", section: "runtime", kind: "choice", max: 1, default: "Auto", required: true,
    choices: [{ value: "Auto", label: "Auto: when AWS releases them" }, { value: "FunctionUpdate", label: "With the next change of the function" }, { value: "Manual", label: "Manual: stay on one version" }],
    text: "Default Auto. Manual gets no security patches until you move it.",
  },
  runtimeVersionArn: {
    label: "Runtime version", section: "runtime", kind: "text", max: 350, pattern: ARN("lambda", "runtime:.+"), wants: "the ARN of a runtime version, as the INIT_START line of the log has it",
    text: "For Manual only: the ARN that the log's INIT_START line shows.",
  },
  recursiveLoop: {
    label: "Recursive loops", section: "runtime", kind: "choice", max: 1, default: "Terminate", required: true,
    choices: [{ value: "Terminate", label: "Stop them" }, { value: "Allow", label: "Let them run" }],
    text: "Default: Lambda stops a loop through SQS, SNS or S3 after about 16 turns.",
  },
  maximumRetryAttempts: { label: "Retries", section: "asynchronous", kind: "number", min: 0, max: 2, default: 2, text: "0 to 2 after a function error; default 2, one and two minutes apart." },
  maximumEventAgeSeconds: { label: "Maximum event age", section: "asynchronous", kind: "number", unit: "s", min: 60, max: 21_600, default: 21_600, text: "60 to 21,600 s; default 21,600 (6 hours). How long a throttled event waits." },
  onSuccessDestination: { label: "Destination on success", section: "asynchronous", ...DESTINATION, text: "SQS, SNS, Lambda or EventBridge, standard not FIFO; default none." },
  onFailureDestination: { label: "Destination on failure", section: "asynchronous", ...DESTINATION, text: "The same, or an S3 bucket; default none: a failed event is then lost, unless there is a dead-letter queue." },
  deadLetterTargetArn: {
    label: "Dead-letter queue", section: "asynchronous", kind: "text", max: 350, pattern: ARN("(sqs|sns)"), wants: "the ARN of an SQS queue or SNS topic",
    text: "An SQS queue or SNS topic; default none. It gets the event alone; a destination gets the error too.",
  },
  reservedConcurrency: {
    label: "Reserved concurrency", section: "concurrency", kind: "number", min: 0, max: 1_000_000,
    text: "From 0, which rejects every invocation; default none: the function shares the account's pool. At least 100 must stay unreserved.",
    help: "Keeps that many environments for this function and lets it have no more. It costs nothing, and takes them from every other function.",
  },
  urlAuthType: {
    label: "Function URL", section: "url", kind: "choice", max: 1, choices: [{ value: "AWS_IAM", label: "For callers that sign with AWS_IAM" }, { value: "NONE", label: "Public: NONE, anybody may call it" }],
    text: "Default none. A public URL also needs two statements in the resource policy.",
    help: "An HTTPS address of the function itself, without API Gateway. It costs nothing beyond the invocations.",
  },
  urlInvokeMode: {
    label: "Invoke mode", section: "url", kind: "choice", max: 1, default: "BUFFERED", choices: [{ value: "BUFFERED", label: "BUFFERED: the answer as a whole, to 6 MB" }, { value: "RESPONSE_STREAM", label: "RESPONSE_STREAM: as it is written, to 200 MB" }],
    text: "Default BUFFERED.",
  },
  urlAllowOrigins: { label: "CORS: origins", ...CORS, text: "At most 100, one a line; * is any. Default none: no page of another site may read answers." },
  urlAllowMethods: { label: "CORS: methods", ...CORS, max: 6, pattern: /^(\*|[A-Z]{1,6})$/, wants: "a method such as GET, or *", text: "At most 6, one a line; * is any." },
  urlAllowHeaders: { label: "CORS: request headers", ...CORS, text: "At most 100 that a page may send, one a line." },
  urlExposeHeaders: { label: "CORS: exposed headers", ...CORS, text: "At most 100 that a page may read, one a line." },
  urlMaxAgeSeconds: { label: "CORS: max age", section: "url", kind: "number", unit: "s", min: 0, max: 86_400, text: "0 to 86,400 s that a browser keeps this." },
  urlAllowCredentials: { label: "CORS: credentials", section: "url", kind: "switch", max: 1, default: "false", text: "Whether cookies may be sent; default no." },
});

export type SettingField = keyof typeof SETTINGS;

const PROVISIONED: SettingDefinition = {
  label: "Provisioned concurrency", section: "concurrency", kind: "number", min: 1, max: 1_000_000,
  text: "From 1; default none. Billed for every second that it is set, used or not.",
};
const TAG: SettingDefinition = { label: "Tag", section: "tags", kind: "text", max: 256, default: "", text: "At most 256 characters." };

/** Definition of a fixed field, of `provisioned:<qualifier>` or of `tag:<key>`; undefined for anything else. */
export function definitionOf(field: string): SettingDefinition | undefined {
  if (Object.hasOwn(SETTINGS, field)) return SETTINGS[field as SettingField];
  const qualifier = qualifierOf(field);
  if (qualifier !== undefined) return { ...PROVISIONED, label: `Provisioned concurrency of ${qualifier}` };
  const key = tagKeyOf(field);
  return key === undefined ? undefined : { ...TAG, label: `Tag ${key}` };
}

/** The version or alias of a `provisioned:` field. */
export function qualifierOf(field: string): string | undefined {
  return field.startsWith("provisioned:") ? field.slice("provisioned:".length) : undefined;
}

/** The key of a `tag:` field. */
export function tagKeyOf(field: string): string | undefined {
  return field.startsWith("tag:") ? field.slice("tag:".length) : undefined;
}
