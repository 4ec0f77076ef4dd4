/** AWS's rules for environment variables. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */

/** All keys and values together. */
export const ENVIRONMENT_MAX_BYTES = 4_096;

const RESERVED_KEYS: ReadonlySet<string> = new Set([
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_DEFAULT_REGION",
  "AWS_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_LAMBDA_MAX_CONCURRENCY",
  "AWS_LAMBDA_METADATA_API",
  "AWS_LAMBDA_METADATA_TOKEN",
  "AWS_LAMBDA_RUNTIME_API",
  "AWS_ACCESS_KEY",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
]);

/** Why a key cannot be used, in a sentence; undefined when it can. Cheap enough for each keystroke. */
export function findKeyProblem(key: string): string | undefined {
  if (key === "") return "Give the variable a name.";
  if (RESERVED_KEYS.has(key)) return `${key} is reserved: Lambda sets it itself.`;
  if (!/^[a-zA-Z]/.test(key)) return "A name begins with a letter from A to Z.";
  if (key.length < 2) return "A name has at least two characters.";
  if (!/^[a-zA-Z0-9_]+$/.test(key)) return "A name has only letters, digits and underscores.";
  return undefined;
}

/** UTF-8 bytes of a text: what AWS counts. */
export function sizeBytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** UTF-8 bytes of all keys and values. */
export function environmentSizeBytes(variables: Readonly<Record<string, string>>): number {
  return Object.entries(variables).reduce((sum, [key, value]) => sum + sizeBytesOf(key) + sizeBytesOf(value), 0);
}

/** Why these variables cannot be saved together, in a sentence; undefined when they can. */
export function findSizeProblem(totalBytes: number): string | undefined {
  if (totalBytes <= ENVIRONMENT_MAX_BYTES) return undefined;
  return `Names and values take ${totalBytes.toLocaleString("en")} bytes together; AWS takes at most ${ENVIRONMENT_MAX_BYTES.toLocaleString("en")}.`;
}
