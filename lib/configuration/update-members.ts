/** Turns flat settings into AWS's members. Groups that AWS replaces as a whole are always sent as a whole. */
import { itemsOf, type Settings } from "./settings";

type Members = Record<string, unknown>;

/** Each group becomes one member of UpdateFunctionConfiguration. */
export const UPDATE_GROUPS: readonly (readonly string[])[] = [
  ["memoryMb"], ["timeoutSeconds"], ["ephemeralStorageMb"], ["handler"], ["runtime"], ["description"],
  ["imageEntryPoint", "imageCommand", "imageWorkingDirectory"],
  ["kmsKeyArn"], ["roleArn"], ["layers"],
  ["subnetIds", "securityGroupIds", "ipv6AllowedForDualStack"],
  ["fileSystemArn", "fileSystemMountPath"],
  ["tracingMode"],
  ["logFormat", "applicationLogLevel", "systemLogLevel", "logGroup"],
  ["snapStartApplyOn"], ["deadLetterTargetArn"],
];

const MEMBER: Readonly<Record<string, (after: Settings) => Members>> = {
  memoryMb: (after) => ({ MemorySize: after.memoryMb }),
  timeoutSeconds: (after) => ({ Timeout: after.timeoutSeconds }),
  ephemeralStorageMb: (after) => ({ EphemeralStorage: { Size: after.ephemeralStorageMb } }),
  handler: (after) => ({ Handler: after.handler }),
  runtime: (after) => ({ Runtime: after.runtime }),
  description: (after) => ({ Description: after.description ?? "" }),
  imageEntryPoint: (after) => ({
    ImageConfig: { EntryPoint: itemsOf(after.imageEntryPoint), Command: itemsOf(after.imageCommand), WorkingDirectory: after.imageWorkingDirectory ?? "" },
  }),
  // An empty text takes these away.
  kmsKeyArn: (after) => ({ KMSKeyArn: after.kmsKeyArn ?? "" }),
  deadLetterTargetArn: (after) => ({ DeadLetterConfig: { TargetArn: after.deadLetterTargetArn ?? "" } }),
  roleArn: (after) => ({ Role: after.roleArn }),
  layers: (after) => ({ Layers: itemsOf(after.layers) }),
  subnetIds: (after) => ({
    VpcConfig: {
      SubnetIds: itemsOf(after.subnetIds),
      SecurityGroupIds: itemsOf(after.securityGroupIds),
      ...(after.subnetIds ? { Ipv6AllowedForDualStack: after.ipv6AllowedForDualStack === "true" } : {}),
    },
  }),
  fileSystemArn: (after) => ({ FileSystemConfigs: after.fileSystemArn ? [{ Arn: after.fileSystemArn, LocalMountPath: after.fileSystemMountPath }] : [] }),
  tracingMode: (after) => ({ TracingConfig: { Mode: after.tracingMode } }),
  logFormat: (after) => ({
    LoggingConfig: {
      LogFormat: after.logFormat,
      ...present({ ApplicationLogLevel: after.applicationLogLevel, SystemLogLevel: after.systemLogLevel, LogGroup: after.logGroup }),
    },
  }),
  snapStartApplyOn: (after) => ({ SnapStart: { ApplyOn: after.snapStartApplyOn } }),
};

/** Input of UpdateFunctionConfiguration for the changed fields. */
export function updateMembers(changed: readonly string[], after: Settings): Members {
  const groups = UPDATE_GROUPS.filter((group) => group.some((field) => changed.includes(field)));
  return Object.assign({}, ...groups.map(([first = ""]) => MEMBER[first]?.(after)));
}

/** Input of PutFunctionEventInvokeConfig. */
export function eventInvokeMembers(after: Settings): Members {
  const destination = (arn: Settings[string] | undefined) => (arn ? { Destination: arn } : undefined);
  const destinations = present({ OnSuccess: destination(after.onSuccessDestination), OnFailure: destination(after.onFailureDestination) });
  return {
    ...present({ MaximumRetryAttempts: after.maximumRetryAttempts, MaximumEventAgeInSeconds: after.maximumEventAgeSeconds }),
    ...(Object.keys(destinations).length > 0 ? { DestinationConfig: destinations } : {}),
  };
}

/** Input of CreateFunctionUrlConfig and UpdateFunctionUrlConfig. `Cors` is sent whole, and empty to take it away. */
export function urlMembers(after: Settings): Members {
  const list = (field: string) => (after[field] ? itemsOf(after[field]) : undefined);
  return {
    AuthType: after.urlAuthType,
    InvokeMode: after.urlInvokeMode ?? "BUFFERED",
    Cors: present({
      AllowOrigins: list("urlAllowOrigins"),
      AllowMethods: list("urlAllowMethods"),
      AllowHeaders: list("urlAllowHeaders"),
      ExposeHeaders: list("urlExposeHeaders"),
      MaxAge: after.urlMaxAgeSeconds,
      AllowCredentials: after.urlAllowCredentials === "true" ? true : undefined,
    }),
  };
}

function present(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
}
