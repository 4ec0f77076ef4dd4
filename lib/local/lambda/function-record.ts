import type { FunctionConfiguration } from "./function-version.ts";

/** An uploaded package. `id` is the hex SHA-256 of the zip and names its folder. */
export interface CodePackage {
  id: string;
  /** Bytes of the zip. */
  sizeBytes: number;
}

/** What runs: while an update is in progress that is still the state before it. */
export interface Deployment {
  configuration: FunctionConfiguration;
  code: CodePackage;
  /** Changes with every deployment: environments of another one are not reused. */
  generation: string;
}

/** One version of a function, `$LATEST` or published. Records are replaced, never changed. */
export interface VersionRecord {
  region: string;
  functionName: string;
  /** `$LATEST` or a number as text. */
  version: string;
  /** What reads show. */
  current: Deployment;
  /** Set while an update is in progress: what invocations still use. */
  serving?: Deployment;
  state: "Pending" | "Active";
  lastUpdateStatus: "Successful" | "InProgress";
  /** UUID, new after each modification and each state transition. */
  revisionId: string;
  /** Epoch milliseconds. */
  lastModifiedMs: number;
  /** Absent: AWS's default, `Auto`. */
  runtimeManagement?: RuntimeManagement;
  /** Of published versions: `$LATEST`'s description then, as publishing may set another. */
  sourceDescription?: string;
}

export interface RuntimeManagement {
  updateRuntimeOn: "Auto" | "FunctionUpdate" | "Manual";
  /** With `Manual` only. */
  runtimeVersionArn?: string;
}

/** One function of one region, which is also its `$LATEST`. */
export interface FunctionRecord extends VersionRecord {
  tags: Readonly<Record<string, string>>;
  reservedConcurrency?: number;
  /** Number of the last published version, 0 before the first: no number comes twice. */
  lastVersion: number;
  /** Absent: AWS's default, `Terminate`. */
  recursiveLoop?: "Allow" | "Terminate";
}

/** `CodeSha256` of AWS is base64, our folders are named in hex. */
export function codeSha256Of(code: CodePackage): string {
  return Buffer.from(code.id, "hex").toString("base64");
}
