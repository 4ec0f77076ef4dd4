/** Rules for a function's variables. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
import { wrongType, structure, type Constraints } from "./constraints.ts";
import { invalidParameter } from "./lambda-errors.ts";

const MAX_BYTES = 4_096;
const KEY = /^[a-zA-Z][a-zA-Z0-9_]+$/;
const REFUSED =
  "Lambda was unable to configure your environment variables because the environment variables you have provided";

const RESERVED = new Set([
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_ACCESS_KEY",
  "AWS_ACCESS_KEY_ID",
  "AWS_DEFAULT_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_FORMAT",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_LEVEL",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_LAMBDA_MAX_CONCURRENCY",
  "AWS_LAMBDA_METADATA_API",
  "AWS_LAMBDA_METADATA_TOKEN",
  "AWS_LAMBDA_RUNTIME_API",
  "AWS_REGION",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
]);

/** `Environment.Variables` of a request; `undefined` when the request has no `Environment`. */
export function readVariables(environment: unknown, constraints: Constraints): Record<string, string> | undefined {
  const members = structure(environment, "environment");
  if (!members) return undefined;
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(structure(members["Variables"], "environment.variables") ?? {})) {
    if (typeof value !== "string") throw wrongType(`environment.variables.${name}`, "a string");
    // Values are secrets: unlike AWS the message names only the key.
    if (!KEY.test(name)) {
      constraints.fail(
        name,
        "environment.variables",
        "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]",
      );
    }
    variables[name] = value;
  }
  return variables;
}

/** Throws AWS's `InvalidParameterValueException` for reserved names and more than 4 KB. */
export function assertVariablesAllowed(variables: Readonly<Record<string, string>>): void {
  const reserved = Object.keys(variables).filter((name) => RESERVED.has(name));
  if (reserved.length > 0) {
    throw invalidParameter(
      `${REFUSED} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(", ")}`,
    );
  }
  const measured = JSON.stringify(variables);
  if (Buffer.byteLength(measured) > MAX_BYTES) {
    throw invalidParameter(`${REFUSED} exceeded the 4KB limit. String measured: ${measured}`);
  }
}
