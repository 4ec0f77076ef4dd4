/**
 * The configuration members of CreateFunction and UpdateFunctionConfiguration.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
import { readAttachments } from "./attachment-input.ts";
import { structure, type Constraints } from "./constraints.ts";
import { assertVariablesAllowed, readVariables } from "./environment-variables.ts";
import type { FunctionConfiguration } from "./function-version.ts";
import { invalidParameter } from "./lambda-errors.ts";
import { readLayerArns } from "./layer-arn.ts";
import { readLogging, type LoggingInput } from "./logging-configuration.ts";
import { runtimeRefusal } from "./runtime-table.ts";

const ROLE = "arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+";
/** Members that `readConfiguration` reads. */
export const CONFIGURATION_MEMBERS = [
  "Runtime",
  "Role",
  "Handler",
  "Description",
  "Timeout",
  "MemorySize",
  "EphemeralStorage",
  "Environment",
  "TracingConfig",
  "LoggingConfig",
  "SnapStart",
  "Layers",
  "VpcConfig",
  "FileSystemConfigs",
  "KMSKeyArn",
  "DeadLetterConfig",
] as const;

/** What a request says; absent members stay as they are. */
export interface ConfigurationInput
  extends Partial<Omit<FunctionConfiguration, "LoggingConfig" | "Architectures" | "Layers">> {
  LoggingConfig?: LoggingInput;
  /** ARNs of layer versions. */
  Layers?: string[];
}

/** Reads and checks; breaches of the model go to `constraints`, to be asserted by the caller. */
export function readConfiguration(
  body: Readonly<Record<string, unknown>>,
  constraints: Constraints,
): ConfigurationInput {
  return withoutUndefined({
    Runtime: constraints.text(body["Runtime"], "runtime"),
    Role: constraints.text(body["Role"], "role", { pattern: ROLE }),
    Handler: constraints.text(body["Handler"], "handler", { pattern: "[^\\s]+", maxLength: 128 }),
    Description: constraints.text(body["Description"], "description", { maxLength: 256 }),
    Timeout: constraints.integer(body["Timeout"], "timeout", { min: 1, max: 900 }),
    MemorySize: constraints.integer(body["MemorySize"], "memorySize", { min: 128, max: 10_240 }),
    EphemeralStorageSize: constraints.integer(
      structure(body["EphemeralStorage"], "ephemeralStorage")?.["Size"],
      "ephemeralStorage.size",
      { min: 512, max: 10_240 },
    ),
    Environment: readVariables(body["Environment"], constraints),
    TracingMode: constraints.oneOf(
      structure(body["TracingConfig"], "tracingConfig")?.["Mode"],
      "tracingConfig.mode",
      ["Active", "PassThrough"],
    ),
    LoggingConfig: readLogging(body["LoggingConfig"], constraints),
    SnapStartApplyOn: constraints.oneOf(
      structure(body["SnapStart"], "snapStart")?.["ApplyOn"],
      "snapStart.applyOn",
      ["PublishedVersions", "None"],
    ),
    Layers: readLayerArns(body["Layers"], constraints),
    ...readAttachments(body, constraints),
  });
}

/** The service's own checks, after the model's. */
export function assertConfigurationAllowed(
  input: ConfigurationInput,
  action: "create" | "update",
  nowMs: number,
): void {
  const refusal = input.Runtime === undefined ? undefined : runtimeRefusal(input.Runtime, action, nowMs);
  if (refusal !== undefined) throw invalidParameter(refusal);
  if (input.Environment) assertVariablesAllowed(input.Environment);
}

/** `Architectures` of CreateFunction and UpdateFunctionCode. */
export function readArchitectures(
  value: unknown,
  constraints: Constraints,
): FunctionConfiguration["Architectures"] | undefined {
  if (value === undefined || value === null) return undefined;
  const [only, ...more] = Array.isArray(value) ? value : [value];
  if (more.length > 0) {
    constraints.fail(
      `[${[only, ...more].join(", ")}]`,
      "architectures",
      "Member must have length less than or equal to 1",
    );
  }
  if (only === "x86_64" || only === "arm64") return [only];
  constraints.fail(
    `[${String(only ?? "")}]`,
    "architectures",
    "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64]]",
  );
  return undefined;
}

function withoutUndefined(input: {
  [Member in keyof ConfigurationInput]: ConfigurationInput[Member] | undefined;
}): ConfigurationInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
