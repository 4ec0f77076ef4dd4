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

/** One function of one region. Records are replaced, never changed. */
export interface FunctionRecord {
  region: string;
  functionName: string;
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
  tags: Readonly<Record<string, string>>;
  reservedConcurrency?: number;
}

/** `CodeSha256` of AWS is base64, our folders are named in hex. */
export function codeSha256Of(code: CodePackage): string {
  return Buffer.from(code.id, "hex").toString("base64");
}
