/** Environments that are kept ready for a version or an alias. */
export interface ProvisionedRecord {
  region: string;
  functionName: string;
  /** A version's number or an alias's name. */
  qualifier: string;
  /** Environments asked for, 1 or more. */
  requested: number;
  modifiedMs: number;
}
