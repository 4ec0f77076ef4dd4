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
  /** In the order given: of two files with one path the later layer's wins. `codeId` is the content's id. */
  Layers?: { arn: string; codeId: string; sizeBytes: number }[];
  /** Kept and shown; nothing here is in a VPC. */
  VpcConfig?: { SubnetIds: string[]; SecurityGroupIds: string[]; Ipv6AllowedForDualStack: boolean };
  /** Kept and shown; nothing is mounted. */
  FileSystemConfigs?: { Arn: string; LocalMountPath: string }[];
  KMSKeyArn?: string;
  /** `DeadLetterConfig.TargetArn`. */
  DeadLetterTargetArn?: string;
  /** Kept and shown; no snapshot is made. */
  SnapStartApplyOn?: "PublishedVersions" | "None";
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
  /** Absolute path of the merged layers, which stands for `/opt`; `undefined` without layers. */
  layersDirectory?: string;
  /**
   * Changes whenever code or configuration change: an environment started under another
   * generation is never reused.
   */
  generation: string;
  /** `undefined` = unreserved; 0 = switched off. */
  reservedConcurrency?: number;
}
