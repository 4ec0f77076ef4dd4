/** A function as the local region keeps it; members carry AWS's names and units. */
export interface FunctionConfiguration {
  Runtime: string;
  Role: string;
  Handler: string;
  Description: string;
  /** Seconds. */
  Timeout: number;
  /** MB. */
  MemorySize: number;
  /** MB of `/tmp`. */
  EphemeralStorageSize: number;
  /** `undefined` when never set: AWS then leaves the member out. */
  Environment?: Record<string, string>;
  Architectures: ("x86_64" | "arm64")[];
  TracingMode: "Active" | "PassThrough";
  LoggingConfig: {
    LogFormat: "Text" | "JSON";
    LogGroup: string;
    ApplicationLogLevel?: string;
    SystemLogLevel?: string;
  };
}

/** What the engine needs to run one version of one function. */
export interface FunctionVersion {
  region: string;
  accountId: string;
  functionName: string;
  /** `$LATEST` or a number as text. */
  version: string;
  /** Unqualified ARN. */
  functionArn: string;
  configuration: FunctionConfiguration;
  /** Absolute path of the unpacked package: cwd and LAMBDA_TASK_ROOT of its environments. */
  codeDirectory: string;
  /**
   * Changes whenever code or configuration change: an environment started under another
   * generation is never reused.
   */
  generation: string;
  /** `undefined` = unreserved; 0 = switched off. */
  reservedConcurrency?: number;
}
