import "server-only";

/** Where a call goes: a connection and one of its regions. */
export interface AwsTarget {
  connectionId: string;
  region: string;
}
