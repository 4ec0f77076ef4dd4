/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html */
import { structure, type Constraints } from "./constraints.ts";
import type { FunctionConfiguration } from "./function-version.ts";
import { invalidParameter } from "./lambda-errors.ts";

type LoggingConfiguration = FunctionConfiguration["LoggingConfig"];
export type LoggingInput = Partial<LoggingConfiguration>;

const DEFAULT_LEVEL = "INFO";

export function readLogging(value: unknown, constraints: Constraints): LoggingInput | undefined {
  const members = structure(value, "loggingConfig");
  if (!members) return undefined;
  const input: LoggingInput = {};
  const format = constraints.oneOf(members["LogFormat"], "loggingConfig.logFormat", ["JSON", "Text"]);
  const application = constraints.oneOf(
    members["ApplicationLogLevel"],
    "loggingConfig.applicationLogLevel",
    ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"],
  );
  const system = constraints.oneOf(
    members["SystemLogLevel"],
    "loggingConfig.systemLogLevel",
    ["DEBUG", "INFO", "WARN"],
  );
  const group = constraints.text(members["LogGroup"], "loggingConfig.logGroup", {
    pattern: "[\\.\\-_/#A-Za-z0-9]+",
    maxLength: 512,
  });
  if (format !== undefined) input.LogFormat = format;
  if (application !== undefined) input.ApplicationLogLevel = application;
  if (system !== undefined) input.SystemLogLevel = system;
  if (group !== undefined) input.LogGroup = group;
  return input;
}

/** Levels exist only with JSON: they appear with `INFO` on the way there and go on the way back. */
export function mergeLogging(base: LoggingConfiguration, input: LoggingInput | undefined): LoggingConfiguration {
  const merged = { ...base, ...input };
  if (merged.LogFormat === "JSON") {
    return {
      ...merged,
      ApplicationLogLevel: merged.ApplicationLogLevel ?? DEFAULT_LEVEL,
      SystemLogLevel: merged.SystemLogLevel ?? DEFAULT_LEVEL,
    };
  }
  if (input?.ApplicationLogLevel !== undefined || input?.SystemLogLevel !== undefined) {
    throw invalidParameter(
      "To specify ApplicationLogLevel or SystemLogLevel, you must set the LogFormat to JSON.",
    );
  }
  return { LogFormat: "Text", LogGroup: merged.LogGroup };
}
