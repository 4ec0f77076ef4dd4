import { delimiter, dirname, join } from "node:path";
import { runtimeDirectory } from "../../assets.ts";
import type { FunctionVersion } from "../function-version.ts";
import { isCustomRuntime } from "./interpreter.ts";
import { LAYERS_VARIABLE, layerVariables } from "./layer-variables.ts";
import type { InitializationType } from "./platform-events.ts";

export interface EnvironmentVariablesInput {
  version: FunctionVersion;
  initializationType: InitializationType;
  logStream: string;
  /** `host:port` of the Runtime API. */
  runtimeApi: string;
  /** Directory that stands for `/tmp`. */
  temporaryDirectory: string;
  /** Absolute path of what runs the function: an interpreter, or a custom runtime's `bootstrap`. */
  command: string;
  telemetryFd: number;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** Processes do not start without these on Windows. */
const SYSTEM_NAMES = process.platform === "win32" ? ["SystemRoot", "SystemDrive", "windir"] : [];

/**
 * The environment of a function, built from nothing: what AWS sets, then the function's own variables, then
 * the reserved ones. Nothing of our own process gets in.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function buildEnvironmentVariables(input: EnvironmentVariablesInput): Record<string, string> {
  const { version, credentials } = input;
  const { configuration } = version;
  const isCustom = isCustomRuntime(configuration.Runtime);
  const layers = layerVariables(version);
  const system = SYSTEM_NAMES.map((name) => [name, process.env[name] ?? ""]);
  return {
    ...Object.fromEntries(system),
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
    PATH: [...(isCustom ? [] : [dirname(input.command)]), "/usr/local/bin", "/usr/bin", "/bin", ...layers.path].join(delimiter),
    LD_LIBRARY_PATH: [version.codeDirectory, join(version.codeDirectory, "lib"), ...layers.libraryPath].join(delimiter),
    ...layers.variables,
    AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
    ...configuration.Environment,
    ...loggingVariables(version),
    _HANDLER: configuration.Handler,
    AWS_REGION: version.region,
    AWS_DEFAULT_REGION: version.region,
    ...(isCustom ? {} : { AWS_EXECUTION_ENV: `AWS_Lambda_${configuration.Runtime}`, _LAMBDA_TELEMETRY_LOG_FD: String(input.telemetryFd) }),
    AWS_LAMBDA_FUNCTION_NAME: version.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: version.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(configuration.MemorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: input.initializationType,
    AWS_LAMBDA_LOG_GROUP_NAME: configuration.LoggingConfig.LogGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: input.logStream,
    AWS_LAMBDA_RUNTIME_API: input.runtimeApi,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    LAMBDA_TASK_ROOT: version.codeDirectory,
    LAMBDA_RUNTIME_DIR: runtimeDirectory,
    ...(version.layersDirectory === undefined ? {} : { [LAYERS_VARIABLE]: version.layersDirectory }),
    // Reserved only here: on AWS every environment has a /tmp of its own.
    TMPDIR: input.temporaryDirectory,
  };
}

function loggingVariables({ configuration }: FunctionVersion): Record<string, string> {
  const { LogFormat, ApplicationLogLevel } = configuration.LoggingConfig;
  if (LogFormat !== "JSON") return {};
  return { AWS_LAMBDA_LOG_FORMAT: LogFormat, AWS_LAMBDA_LOG_LEVEL: ApplicationLogLevel ?? "INFO" };
}
